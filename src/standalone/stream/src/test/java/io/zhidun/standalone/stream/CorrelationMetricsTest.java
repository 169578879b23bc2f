package io.zhidun.standalone.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.zhidun.rules.correlate.CorrelationCounters;
import org.junit.jupiter.api.Test;

class CorrelationMetricsTest {
  @Test
  void everyReasonIsShownFromTheStart() {
    PrometheusRegistry registry = new PrometheusRegistry();
    CorrelationMetrics.register(new CorrelationCounters(), registry);

    MetricSnapshot shown = registry.scrape().get(0);

    assertThat(shown.getMetadata().getPrometheusName() + "_total")
        .isEqualTo(CorrelationMetrics.NAME);
    assertThat(((CounterSnapshot) shown).getDataPoints())
        .allMatch(point -> point.getValue() == 0)
        .extracting(point -> point.getLabels().get("reason"))
        .containsExactlyInAnyOrder(
            "late", "repeated", "settled_early", "not_a_number", "crowded_out");
  }
}
