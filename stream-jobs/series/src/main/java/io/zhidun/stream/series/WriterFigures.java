package io.zhidun.stream.series;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Gauge;
import io.prometheus.metrics.model.registry.PrometheusRegistry;

/**
 * Figures of the writer. Alert when {@code zhidun_series_store_up} is 0 for minutes, and when
 * {@code zhidun_series_lag_records} grows: Kafka keeps two days.
 */
final class WriterFigures {
  final Counter written;
  final Counter refused;
  final Counter ahead;
  final Counter late;
  final Counter malformed;
  final Gauge storeUp;
  final Gauge lag;

  WriterFigures(PrometheusRegistry registry) {
    written = counter(registry, "zhidun_series_written_samples_total", "Samples the store took");
    refused =
        counter(
            registry,
            "zhidun_series_refused_samples_total",
            "Samples the store refuses for themselves: doubles of another value, and the like");
    ahead =
        counter(
            registry,
            "zhidun_series_ahead_samples_total",
            "Samples not written since their time is more than ten minutes ahead");
    late =
        counter(
            registry,
            "zhidun_series_late_samples_total",
            "Samples not written since they are older than the store's window");
    malformed = counter(registry, "zhidun_series_malformed_records_total", "Records that are none");
    storeUp =
        Gauge.builder()
            .name("zhidun_series_store_up")
            .help("Whether the store took the last request")
            .register(registry);
    lag =
        Gauge.builder()
            .name("zhidun_series_lag_records")
            .help("Records that wait in Kafka")
            .register(registry);
  }

  private static Counter counter(PrometheusRegistry registry, String name, String help) {
    return Counter.builder().name(name).help(help).register(registry);
  }
}
