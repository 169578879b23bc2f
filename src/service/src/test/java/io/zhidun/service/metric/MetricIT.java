package io.zhidun.service.metric;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhidun.service.Browser;
import io.zhidun.service.RunningService;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Questions to a real Prometheus. */
class MetricIT {
  /** 2026-11-01T00:00:00Z. */
  private static final long BEGUN = 1_793_491_200L;

  @TempDir static Path folder;
  private static PrometheusServer prometheus;
  private static RunningService service;
  private static Browser auditor;

  @BeforeAll
  static void start() throws Exception {
    prometheus = PrometheusServer.start(folder, series());
    service = RunningService.start(Map.of("zhidun.metric.prometheus", prometheus.address()));
    auditor = service.signedIn("auditor");
  }

  @AfterAll
  static void stop() throws InterruptedException {
    if (service != null) {
      service.close();
      prometheus.close();
    }
  }

  /** Ten minutes of one series with a hole and words that JSON lacks, and many of another. */
  private static String series() {
    StringBuilder text = new StringBuilder("# TYPE queue gauge\n");
    for (int minute = 0; minute <= 10; minute++) {
      String value = minute == 2 ? "NaN" : minute == 3 ? "+Inf" : Integer.toString(minute);
      text.append("queue{app=\"审查\"} %s %d%n".formatted(value, BEGUN + 60 * minute));
    }
    text.append("# TYPE many gauge\n");
    for (int number = 0; number < 250; number++) {
      text.append("many{number=\"%03d\"} 1 %d%n".formatted(number, BEGUN));
    }
    return text.append("# EOF\n").toString();
  }

  private static Browser.Answer ask(String path, String expression, String more) {
    return auditor.get(
        "/api/v1/metrics/"
            + path
            + "?query="
            + URLEncoder.encode(expression, StandardCharsets.UTF_8)
            + more);
  }

  @Test
  void placesAllSeriesAtTheSameMoments() {
    JsonNode answer =
        ask("range", "queue", "&from=2026-10-31T23:58:00Z&to=2026-11-01T00:04:00Z&step=PT1M")
            .expect(200)
            .json();

    assertThat(answer.path("from").asString()).isEqualTo("2026-10-31T23:58:00Z");
    assertThat(answer.path("step").asString()).isEqualTo("PT1M");
    assertThat(answer.at("/series/0/labels").toString())
        .isEqualTo("{\"__name__\":\"queue\",\"app\":\"审查\"}");
    assertThat(answer.at("/series/0/values").toString())
        .isEqualTo("[null,null,0.0,1.0,null,\"+Inf\",4.0]");
    assertThat(answer.path("total").asInt()).isEqualTo(1);
  }

  @Test
  void takesSixHoursInSixHundredMomentsWhereNothingElseIsSaid() {
    JsonNode answer = ask("range", "queue", "&to=2026-11-01T00:05:00Z").expect(200).json();

    assertThat(answer.path("from").asString()).isEqualTo("2026-10-31T18:05:00Z");
    assertThat(answer.path("step").asString()).isEqualTo("PT36S");
    assertThat(answer.at("/series/0/values").size()).isEqualTo(601);
  }

  @Test
  void answersForOneMoment() {
    JsonNode answer = ask("instant", "queue + 1", "&time=2026-11-01T00:05:00Z").expect(200).json();
    assertThat(answer.at("/series/0/value").asDouble()).isEqualTo(6);

    assertThat(ask("instant", "1 / 4", "").expect(200).json().at("/series/0/value").asDouble())
        .isEqualTo(0.25);
  }

  @Test
  void showsTwoHundredSeriesAndCountsAll() {
    JsonNode answer = ask("instant", "many", "&time=2026-11-01T00:00:00Z").expect(200).json();

    assertThat(answer.path("series").size()).isEqualTo(200);
    assertThat(answer.path("total").asInt()).isEqualTo(250);
  }

  @Test
  void findsMetricsAndValuesByAPart() {
    JsonNode names = auditor.get("/api/v1/metrics/labels/__name__/values?q=QUE").expect(200).json();
    assertThat(names.path("items").toString()).isEqualTo("[\"queue\"]");

    JsonNode values =
        auditor
            .get("/api/v1/metrics/labels/number/values?match=many&q=9&limit=3")
            .expect(200)
            .json();
    assertThat(values.path("items").toString()).isEqualTo("[\"009\",\"019\",\"029\"]");
    assertThat(values.path("total").asInt()).isEqualTo(43);
  }

  @Test
  void saysWhatIsWrongWithAnExpression() {
    assertThat(ask("instant", "queue{", "").expect(400).json().path("detail").asString())
        .contains("parse error");
    assertThat(ask("instant", "\"words\"", "").expect(400).json().path("detail").asString())
        .isEqualTo("the expression must give one number a series and moment, gave a string");
    assertThat(ask("instant", "queue[5m]", "").expect(400).json().path("type").asString())
        .isEqualTo("urn:zhidun:problem:bad-expression");
    assertThat(
            ask("range", "queue", "&from=2026-01-01T00:00:00Z&to=2026-02-01T00:00:00Z&step=PT1S")
                .expect(400)
                .json()
                .path("detail")
                .asString())
        .contains("step must make at most 2000 moments of the span, made 2678400, was \"PT1S\"");
    assertThat(auditor.get("/api/v1/metrics/labels/a%22b/values").expect(400).json().path("detail"))
        .asString()
        .contains("label must be the name of a label");
  }

  @Test
  void saysThatTheEngineIsAwayAndThatNothingElseIs() throws Exception {
    try (RunningService alone =
        RunningService.start(Map.of("zhidun.metric.prometheus", "http://127.0.0.1:9"))) {
      JsonNode problem =
          alone.signedIn("operator").get("/api/v1/metrics/instant?query=up").expect(503).json();
      assertThat(problem.path("type").asString()).isEqualTo("urn:zhidun:problem:metrics-away");
    }
  }
}
