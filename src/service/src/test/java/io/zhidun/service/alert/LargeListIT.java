package io.zhidun.service.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhidun.events.Severity;
import io.zhidun.service.Browser;
import io.zhidun.service.Drafts;
import io.zhidun.service.RunningService;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class LargeListIT {
  private static final int ALERTS = 12_000;
  private static final int TRIALS = 20;

  /** What the console may wait for; on a machine of its own each takes a few milliseconds. */
  private static final Duration BOUND = Duration.ofMillis(500);

  @TempDir private Path data;

  @Test
  void answersFastWithTwelveThousandAlerts() throws Exception {
    try (RunningService service =
        RunningService.start(
            Map.of("spring.datasource.url", "jdbc:h2:file:" + data.resolve("zhidun")))) {
      fill(service);
      Browser operator = service.signedIn("operator");
      String next =
          operator.get("/api/v1/alerts?limit=500&sort=-severity").json().path("next").asString();
      String[] paths = {
        "/api/v1/alerts",
        "/api/v1/alerts?limit=500&sort=-severity&cursor=" + next,
        "/api/v1/alerts?state=firing&severity=high&system=system-3&sort=-createdAt",
        "/api/v1/alerts?q=10.7.",
        "/api/v1/alerts?field=source.ip:10.7.7.7",
        "/api/v1/alerts/facets",
        "/api/v1/alerts/histogram?from=2026-11-22T00:00:00Z&to=2026-11-23T00:00:00Z",
        "/api/v1/alerts/top?by=source.ip",
        "/api/v1/alerts/6000"
      };
      for (String path : paths) {
        Duration median = median(operator, path);
        System.out.println(median.toMillis() + " ms " + path);
        assertThat(median).as(path).isLessThan(BOUND);
      }
    }
  }

  private static void fill(RunningService service) {
    for (int from = 0; from < ALERTS; from += 500) {
      service.accept(
          IntStream.range(from, from + 500)
              .mapToObj(
                  i ->
                      Drafts.from("10." + i % 40 + "." + i / 40 % 250 + "." + i % 250)
                          .at(i % 600)
                          .system("system-" + i % 6)
                          .severity(Severity.values()[i % 5]))
              .toArray(Drafts[]::new));
    }
  }

  private static Duration median(Browser operator, String path) {
    JsonNode first = operator.get(path).expect(200).json();
    assertThat(first.isObject()).isTrue();
    long[] nanos = new long[TRIALS];
    for (int i = 0; i < TRIALS; i++) {
      long start = System.nanoTime();
      operator.get(path).expect(200);
      nanos[i] = System.nanoTime() - start;
    }
    Arrays.sort(nanos);
    return Duration.ofNanos(nanos[TRIALS / 2]);
  }
}
