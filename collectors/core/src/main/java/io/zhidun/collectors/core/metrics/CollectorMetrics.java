package io.zhidun.collectors.core.metrics;

import io.prometheus.metrics.core.metrics.CounterWithCallback;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.Unit;
import io.zhidun.collectors.core.CollectorStatus;
import io.zhidun.collectors.core.RejectReason;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;

/**
 * The agent's figures in Prometheus form. They are read from the counters when somebody asks, so
 * they cost nothing per record.
 *
 * <p>Alert when {@code zhidun_collector_lag_seconds} or {@code zhidun_collector_spool_bytes} grows
 * for minutes (Kafka is away or too slow), when {@code zhidun_collector_rejected_total} of a reason
 * other than {@code empty} grows, and when {@code zhidun_collector_restarts_total} keeps growing.
 */
public final class CollectorMetrics {
  private final Supplier<List<SourceFigures>> figures;
  private final Supplier<List<CollectorStatus>> statuses;

  private CollectorMetrics(
      Supplier<List<SourceFigures>> figures, Supplier<List<CollectorStatus>> statuses) {
    this.figures = figures;
    this.statuses = statuses;
  }

  /** Adds all figures to the registry. */
  public static void register(
      PrometheusRegistry registry,
      Supplier<List<SourceFigures>> figures,
      Supplier<List<CollectorStatus>> statuses,
      Clock clock) {
    CollectorMetrics metrics = new CollectorMetrics(figures, statuses);
    metrics.registerRecords(registry);
    metrics.registerRejected(registry);
    metrics.registerVolumes(registry);
    metrics.registerRestarts(registry);
    metrics.registerHeartbeats(registry, new Heartbeats(clock));
  }

  private void registerRecords(PrometheusRegistry registry) {
    CounterWithCallback.builder()
        .name("zhidun_collector_records_total")
        .help("Records received, acknowledged by Kafka, rejected; in = out + rejected + under way")
        .labelNames("source", "outcome")
        .callback(
            to ->
                figures
                    .get()
                    .forEach(
                        each -> {
                          to.call(each.counters().in(), each.source(), "in");
                          to.call(each.counters().out(), each.source(), "out");
                          to.call(each.counters().rejected(), each.source(), "rejected");
                        }))
        .register(registry);
  }

  private void registerRejected(PrometheusRegistry registry) {
    CounterWithCallback.builder()
        .name("zhidun_collector_rejected_total")
        .help("What was received and not shipped, by reason")
        .labelNames("source", "reason")
        .callback(to -> figures.get().forEach(each -> rejected(each, to)))
        .register(registry);
  }

  private static void rejected(SourceFigures figures, CounterWithCallback.Callback to) {
    for (RejectReason reason : RejectReason.values()) {
      to.call(figures.counters().rejectedFor(reason), figures.source(), reason.label());
    }
  }

  private void registerVolumes(PrometheusRegistry registry) {
    CounterWithCallback.builder()
        .name("zhidun_collector_received_bytes_total")
        .help("Bytes of the records received")
        .labelNames("source")
        .callback(
            to -> figures.get().forEach(each -> to.call(each.counters().bytes(), each.source())))
        .register(registry);
    GaugeWithCallback.builder()
        .name("zhidun_collector_spool_bytes")
        .help("Bytes on disk that wait for Kafka")
        .unit(Unit.BYTES)
        .labelNames("source")
        .callback(to -> figures.get().forEach(each -> to.call(each.spooledBytes(), each.source())))
        .register(registry);
    GaugeWithCallback.builder()
        .name("zhidun_collector_lag_seconds")
        .help("Age of the oldest record that Kafka has not acknowledged")
        .unit(Unit.SECONDS)
        .labelNames("source")
        .callback(to -> figures.get().forEach(each -> to.call(each.lagSeconds(), each.source())))
        .register(registry);
  }

  private void registerRestarts(PrometheusRegistry registry) {
    CounterWithCallback.builder()
        .name("zhidun_collector_restarts_total")
        .help("How often a failed collector was started again")
        .labelNames("collector")
        .callback(to -> statuses.get().forEach(each -> to.call(each.restarts(), each.name())))
        .register(registry);
  }

  private void registerHeartbeats(PrometheusRegistry registry, Heartbeats heartbeats) {
    GaugeWithCallback.builder()
        .name("zhidun_collector_last_record_timestamp_seconds")
        .help("When a source was last seen to have brought something; 0 while it has not")
        .unit(Unit.SECONDS)
        .labelNames("source")
        .callback(
            to ->
                figures
                    .get()
                    .forEach(
                        each ->
                            to.call(
                                heartbeats.of(each.source(), each.counters().in()), each.source())))
        .register(registry);
  }
}
