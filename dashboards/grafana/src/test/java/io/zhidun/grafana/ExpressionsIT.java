package io.zhidun.grafana;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhidun.events.Json;
import io.zhidun.testkit.Await;
import io.zhidun.testkit.Ports;
import io.zhidun.testkit.Processes;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Every expression of every board and rule by a real Prometheus that scraped what the parts really
 * expose: one that no metric answers is a fault.
 */
class ExpressionsIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final List<String> PARTS = List.of("stream", "agent", "service");
  private static final Pattern LABEL_VALUES =
      Pattern.compile("label_values\\(([a-z_:]+), ([a-z_]+)\\)");

  /**
   * The only label that a series has first when something goes wrong, by the library that counts.
   */
  private static final String AFTER_AN_ERROR = ",status=~\"5..\"";

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @TempDir private static Path folder;
  private static final List<Exposition> EXPOSITIONS = new ArrayList<>();
  private static Processes processes = new Processes(Path.of("target/logs"));
  private static String api = "";

  @BeforeAll
  static void scrape() throws Exception {
    String prometheus = Program.of("prometheus");
    StringBuilder jobs = new StringBuilder();
    for (String part : PARTS) {
      Exposition exposition =
          Exposition.of(Path.of("src/test/resources/expositions", part + ".prom"));
      EXPOSITIONS.add(exposition);
      jobs.append(
          "  - {job_name: zhidun-%s, static_configs: [{targets: [\"127.0.0.1:%d\"]}]}%n"
              .formatted(part, exposition.port()));
    }
    Path configuration = folder.resolve("prometheus.yml");
    Files.writeString(
        configuration,
        "global: {scrape_interval: 1s, scrape_timeout: 1s, evaluation_interval: 1s}\n"
            + "rule_files: [\""
            + Folder.RULES
            + "/*.yml\"]\n"
            + "scrape_configs:\n"
            + jobs);
    int port = Ports.free(1).get(0);
    api = "http://127.0.0.1:" + port + "/api/v1/";
    processes = new Processes(folder.resolve("logs"));
    processes.start(
        "prometheus",
        new ProcessBuilder(
            prometheus,
            "--config.file=" + configuration,
            "--storage.tsdb.path=" + folder.resolve("data"),
            "--web.listen-address=127.0.0.1:" + port));
    Await.until(PATIENCE, "an alert of each kind of rule", ExpressionsIT::isWarm);
  }

  /** Rates need two scrapes, each target in its own time; recorded series one evaluation more. */
  private static boolean isWarm() {
    try {
      for (JsonNode group : get("rules").path("data").path("groups")) {
        for (JsonNode rule : group.path("rules")) {
          boolean recording = rule.path("type").stringValue().equals("recording");
          if (recording && answers(rule.path("name").stringValue()) == 0) {
            return false;
          }
        }
      }
      return answers("ALERTS{alertname=\"ZhidunCollectorRejects\",alertstate=\"firing\"}") > 0
          && answers("rate(jvm_memory_used_bytes[1m])") > 0;
    } catch (IOException e) {
      return false;
    }
  }

  @AfterAll
  static void end() throws InterruptedException {
    processes.close();
    EXPOSITIONS.forEach(Exposition::close);
  }

  @Test
  void everyExpressionOfABoardIsAnswered() throws Exception {
    List<String> unanswered = new ArrayList<>();
    int asked = 0;
    for (Board board : Board.all()) {
      for (Map.Entry<String, String> expression : board.expressions().entrySet()) {
        asked++;
        check(expression.getKey(), expression.getValue(), unanswered);
        for (String selector : Selectors.of(expression.getValue())) {
          check(expression.getKey(), selector, unanswered);
        }
      }
    }
    assertThat(unanswered).isEmpty();
    assertThat(asked).isGreaterThan(50);
  }

  @Test
  void everyVariableHasValues() throws Exception {
    for (Board board : Board.all()) {
      for (String variable : board.variables()) {
        Matcher query = LABEL_VALUES.matcher(variable);
        assertThat(query.matches()).as(variable).isTrue();
        String counted = "count by (" + query.group(2) + ") (" + query.group(1) + ")";
        assertThat(answers(counted)).as(variable).isGreaterThan(1);
      }
    }
  }

  @Test
  void everyRuleIsEvaluatedWithoutErrorAndAsksForWhatIsThere() throws Exception {
    List<String> faults = new ArrayList<>();
    int rules = 0;
    for (JsonNode group : get("rules").path("data").path("groups")) {
      for (JsonNode rule : group.path("rules")) {
        rules++;
        String name = rule.path("name").stringValue();
        if (!rule.path("health").stringValue().equals("ok")) {
          faults.add(name + ": " + rule.path("lastError").asString(""));
        }
        for (String selector : Selectors.of(rule.path("query").stringValue())) {
          check(name, selector.replace(AFTER_AN_ERROR, ""), faults);
        }
      }
    }
    assertThat(faults).isEmpty();
    assertThat(rules).isGreaterThan(30);
  }

  @Test
  void misspeltMetricIsUnanswered() throws Exception {
    assertThat(answers("zhidun_stream_records_total")).isPositive();
    assertThat(answers("zhidun_stream_record_total")).isZero();
    assertThat(answers("sum(rate(zhidun_stream_records_total{outcome=\"rejectd\"}[1m]))")).isZero();
  }

  private static void check(String place, String expression, List<String> faults)
      throws IOException {
    if (answers(expression) == 0) {
      faults.add(place + " has no answer: " + expression);
    }
  }

  /** How many series answer; a query that is no query is an error. */
  private static int answers(String expression) throws IOException {
    String query = URLEncoder.encode(expression, StandardCharsets.UTF_8);
    JsonNode answer = get("query?query=" + query);
    assertThat(answer.path("status").asString(""))
        .as(expression + " → " + answer)
        .isEqualTo("success");
    return answer.path("data").path("result").size();
  }

  private static JsonNode get(String path) throws IOException {
    try {
      HttpRequest request = HttpRequest.newBuilder(URI.create(api + path)).build();
      return Json.mapper().readTree(HTTP.send(request, BodyHandlers.ofString()).body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }
}
