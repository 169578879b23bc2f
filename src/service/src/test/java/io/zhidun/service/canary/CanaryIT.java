package io.zhidun.service.canary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zhidun.events.Topics;
import io.zhidun.service.Browser;
import io.zhidun.service.RunningService;
import io.zhidun.service.ZhidunService;
import io.zhidun.service.intake.TestBroker;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The service with a real broker, and the shipped rules behind it. */
class CanaryIT {
  private static final Duration LONG = Duration.ofSeconds(60);
  private static final String GUESSING = "edad9693-c80f-401c-9796-6249eb47f479";

  @TempDir private Path data;

  private TestBroker broker;
  private MatchingRules rules;

  @BeforeEach
  void start() throws Exception {
    broker = new TestBroker();
    broker.createTopic(Topics.RAW, 1);
    broker.createTopic(Topics.CANARIES, 1);
    rules = new MatchingRules(broker.address());
  }

  @AfterEach
  void stop() throws Exception {
    rules.close();
    broker.close();
  }

  @Test
  void everyRuleFiresAndOneThatIsCutIsAnAlertUntilItFiresAgain() throws Exception {
    try (RunningService service = service(Map.of())) {
      Browser engineer = service.signedIn("engineer");
      await().atMost(LONG).until(() -> states(engineer).equals(Set.of("fired")));
      assertThat(row(engineer).path("latencyMillis").asLong()).isBetween(0L, 60_000L);
      assertThat(engineer.get("/api/v1/alerts").json().path("total").asInt()).isZero();
      assertThat(metrics(service.port()))
          .contains("zhidun_canaries{state=\"fired\"}", "zhidun_canaries{state=\"silent\"} 0.0");

      rules.silence(GUESSING);
      await().atMost(LONG).until(() -> row(engineer).path("state").asString().equals("silent"));
      JsonNode alert = engineer.get("/api/v1/alerts").expect(200).json().at("/items/0");
      assertThat(alert.at("/rule/name").asString()).isEqualTo("canary-silent");
      assertThat(alert.at("/group/rule.name").asString()).isEqualTo("ssh-password-guessing");
      String path = "/api/v1/alerts/" + alert.path("id").asString();
      assertThat(engineer.get(path).expect(200).json().at("/explanation/summary/zh").asString())
          .contains("ssh-password-guessing");

      rules.restore(GUESSING);
      await().atMost(LONG).until(() -> row(engineer).path("state").asString().equals("fired"));
      assertThat(engineer.get(path).json().path("state").asString()).isEqualTo("resolved");
      assertThat(engineer.get("/api/v1/alerts").json().path("total").asInt())
          .as("one episode")
          .isEqualTo(1);
    }
  }

  @Test
  void anEngineerTriesARuleAtOnceAndNobodyElseMay() throws Exception {
    try (RunningService service = service(Map.of("zhidun.canary.interval", "1h"))) {
      Browser engineer = service.signedIn("engineer");
      await().atMost(LONG).until(() -> states(engineer).equals(Set.of("fired")));
      String before = row(engineer).path("sentAt").asString();

      String path = "/api/v1/canaries/" + GUESSING + "/run";
      assertThat(service.signedIn("operator").post(path, "").problem(403)).isEqualTo("forbidden");
      assertThat(engineer.post("/api/v1/canaries/none/run", "").problem(404))
          .isEqualTo("not-found");
      JsonNode sent = engineer.post(path, "").expect(200).json();

      assertThat(sent.path("sentAt").asString()).isGreaterThan(before);
      await().atMost(LONG).until(() -> row(engineer).path("state").asString().equals("fired"));
      assertThat(row(engineer).path("sentAt").asString()).isEqualTo(sent.path("sentAt").asString());
    }
  }

  @Test
  void aServiceThatIsKilledKnowsAfterwardsWhoWasSilent() throws Exception {
    rules.silence(GUESSING);
    int port = TestBroker.freePort();
    Process process = process(port);
    try {
      await()
          .atMost(LONG)
          .pollInterval(Duration.ofMillis(100))
          .until(() -> metrics(port).contains("zhidun_canaries{state=\"silent\"} 1.0"));
      // H2 hands its commits over up to half a second late.
      Thread.sleep(1_500);
    } finally {
      process.destroyForcibly().waitFor();
    }

    try (RunningService service =
        service(
            Map.of(
                "spring.datasource.url",
                "jdbc:h2:file:" + data.resolve("service/zhidun"),
                "zhidun.canary.interval",
                "1h"))) {
      Browser engineer = service.signedIn("engineer");
      assertThat(row(engineer).path("state").asString()).isEqualTo("silent");
      assertThat(engineer.get("/api/v1/alerts").json().path("total").asInt()).isEqualTo(1);

      rules.restore(GUESSING);
      engineer.post("/api/v1/canaries/" + GUESSING + "/run", "").expect(200);
      await().atMost(LONG).until(() -> row(engineer).path("state").asString().equals("fired"));
      JsonNode alert = engineer.get("/api/v1/alerts").json().at("/items/0");
      assertThat(alert.path("state").asString()).isEqualTo("resolved");
      assertThat(rules.epochs()).as("one of each start").hasSize(2);
    }
  }

  private RunningService service(Map<String, String> more) throws IOException {
    Map<String, String> settings = new HashMap<>();
    settings.put("zhidun.canary.enabled", "true");
    settings.put("zhidun.canary.kafka", broker.address());
    settings.put("zhidun.canary.interval", "8s");
    settings.put("zhidun.canary.patience", "5s");
    settings.put("zhidun.canary.delay", "0s");
    settings.put("zhidun.canary.tick", "200ms");
    settings.putAll(more);
    return RunningService.start(settings);
  }

  private Process process(int port) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                ZhidunService.class.getName()));
    builder
        .environment()
        .putAll(
            Map.of(
                "SERVER_PORT", Integer.toString(port),
                "ZHIDUN_DATA", data.toString(),
                "ZHIDUN_KAFKA", broker.address(),
                "ZHIDUN_STREAM_URL", "",
                "ZHIDUN_AGENT_URL", "",
                "ZHIDUN_CANARY_INTERVAL", "1h",
                "ZHIDUN_CANARY_PATIENCE", "8s",
                "ZHIDUN_CANARY_DELAY", "0s",
                "ZHIDUN_CANARY_TICK", "200ms"));
    return builder
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(data.resolve("log").toFile()))
        .start();
  }

  private static Set<String> states(Browser browser) {
    Set<String> states = new TreeSet<>();
    browser
        .get("/api/v1/canaries")
        .expect(200)
        .json()
        .path("items")
        .forEach(row -> states.add(row.path("state").asString()));
    return states;
  }

  private static JsonNode row(Browser browser) {
    for (JsonNode row : browser.get("/api/v1/canaries").expect(200).json().path("items")) {
      if (row.path("id").asString().equals(GUESSING)) {
        return row;
      }
    }
    throw new AssertionError("ssh-password-guessing is not listed");
  }

  private static String metrics(int port) throws InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/actuator/prometheus"))
            .build();
    try {
      return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body();
    } catch (IOException e) {
      return "";
    }
  }
}
