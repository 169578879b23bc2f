package io.zhidun.collectors.metrics;

import io.prometheus.metrics.core.metrics.CounterWithCallback;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.Unit;
import java.util.List;
import java.util.function.Supplier;

/**
 * Figures of all metric sources of an agent.
 *
 * <p>Alert when {@code zhidun_metrics_dropped_samples_total{reason="series_cap"}} grows (a label
 * explosion at the source), when {@code zhidun_metrics_clock_off_samples_total} does (clocks hours
 * off), and when {@code zhidun_metrics_last_sample_timestamp_seconds} stands still.
 */
public final class MetricFigures {
  private MetricFigures() {}

  /** Adds them to the registry. */
  public static void register(PrometheusRegistry registry, Supplier<List<MetricSource>> sources) {
    CounterWithCallback.builder()
        .name("zhidun_metrics_samples_total")
        .help("Samples shipped")
        .labelNames("source")
        .callback(to -> sources.get().forEach(each -> to.call(each.samplesTaken(), each.id())))
        .register(registry);
    CounterWithCallback.builder()
        .name("zhidun_metrics_dropped_samples_total")
        .help("Samples received and not taken, by reason")
        .labelNames("source", "reason")
        .callback(to -> sources.get().forEach(each -> dropped(each, to)))
        .register(registry);
    CounterWithCallback.builder()
        .name("zhidun_metrics_clock_off_samples_total")
        .help("Samples more than an hour before or after their arrival; they are taken")
        .labelNames("source", "direction")
        .callback(
            to ->
                sources
                    .get()
                    .forEach(
                        each -> {
                          to.call(each.samplesAhead(), each.id(), "ahead");
                          to.call(each.samplesBehind(), each.id(), "behind");
                        }))
        .register(registry);
    CounterWithCallback.builder()
        .name("zhidun_metrics_new_series_total")
        .help("Series that were not known")
        .labelNames("source")
        .callback(to -> sources.get().forEach(each -> to.call(each.gate().made(), each.id())))
        .register(registry);
    GaugeWithCallback.builder()
        .name("zhidun_metrics_active_series")
        .help("Series known")
        .labelNames("source")
        .callback(to -> sources.get().forEach(each -> to.call(each.gate().active(), each.id())))
        .register(registry);
    GaugeWithCallback.builder()
        .name("zhidun_metrics_last_sample_timestamp_seconds")
        .help("When samples came last; the source's heartbeat")
        .unit(Unit.SECONDS)
        .labelNames("source")
        .callback(to -> sources.get().forEach(each -> to.call(each.lastMillis() / 1e3, each.id())))
        .register(registry);
  }

  private static void dropped(MetricSource source, CounterWithCallback.Callback to) {
    for (Dropped reason : Dropped.values()) {
      to.call(source.samplesDropped(reason), source.id(), reason.label());
    }
  }
}
