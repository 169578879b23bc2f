package io.zhidun.service.metric;

import io.zhidun.service.web.Page;
import io.zhidun.service.web.Parameters;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Series by expressions of PromQL. */
@RestController
class MetricEndpoint {
  private static final int MAX_NAME = 256;

  private final Prometheus prometheus;
  private final Clock clock;

  MetricEndpoint(Prometheus prometheus, Clock clock) {
    this.prometheus = prometheus;
    this.clock = clock;
  }

  @GetMapping("/api/v1/metrics/range")
  RangeAnswer range(@RequestParam MultiValueMap<String, String> query) {
    Parameters parameters = new Parameters(query);
    RangeQuery wanted = RangeQuery.read(parameters, clock);
    parameters.check();
    return prometheus.range(wanted);
  }

  @GetMapping("/api/v1/metrics/instant")
  InstantAnswer instant(@RequestParam MultiValueMap<String, String> query) {
    Parameters parameters = new Parameters(query);
    String expression = RangeQuery.expression(parameters);
    Instant time = parameters.time("time");
    parameters.check();
    return prometheus.instant(expression, time == null ? clock.instant() : time);
  }

  /** Values of a label, those that contain {@code q}; of {@code __name__} they are metrics. */
  @GetMapping("/api/v1/metrics/labels/{label}/values")
  Page<String> values(
      @PathVariable String label, @RequestParam MultiValueMap<String, String> query) {
    Parameters parameters = new Parameters(query);
    String part = parameters.text("q", MAX_NAME);
    String selector = parameters.text("match", RangeQuery.MAX_EXPRESSION);
    int limit = parameters.limit();
    if (!label.matches("[a-zA-Z_][a-zA-Z0-9_]{0,255}")) {
      parameters.fault("label", label, "must be the name of a label");
    }
    parameters.check();
    String wanted = part == null ? "" : part.toLowerCase(Locale.ROOT);
    List<String> found =
        prometheus.values(label, selector).stream()
            .filter(value -> value.toLowerCase(Locale.ROOT).contains(wanted))
            .toList();
    return new Page<>(found.subList(0, Math.min(limit, found.size())), null, found.size());
  }
}
