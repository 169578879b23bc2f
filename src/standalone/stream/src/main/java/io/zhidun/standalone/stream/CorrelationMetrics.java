package io.zhidun.standalone.stream;

import io.prometheus.metrics.core.metrics.CounterWithCallback;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.zhidun.rules.correlate.CorrelationCounters;

/**
 * Shows what correlations could not use as they should. Alert when {@code late} grows (the allowed
 * lateness is too short for a source) and when anything is {@code settled_early} or {@code
 * crowded_out} (a group is larger than what is kept of it).
 */
final class CorrelationMetrics {
  static final String NAME = "zhidun_stream_unused_matches_total";

  private CorrelationMetrics() {}

  static void register(CorrelationCounters counters, PrometheusRegistry registry) {
    CounterWithCallback.builder()
        .name(NAME)
        .help("Matches and values that correlations could not use as they should, by reason")
        .labelNames("reason")
        .callback(
            shown -> {
              shown.call(counters.late(), "late");
              shown.call(counters.repeated(), "repeated");
              shown.call(counters.settledEarly(), "settled_early");
              shown.call(counters.notNumbers(), "not_a_number");
              shown.call(counters.crowdedOut(), "crowded_out");
            })
        .register(registry);
  }
}
