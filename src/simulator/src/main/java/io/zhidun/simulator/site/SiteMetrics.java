package io.zhidun.simulator.site;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import io.zhidun.simulator.web.SystemName;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.IntSupplier;

/** What one system counts, in Prometheus' terms. */
public final class SiteMetrics {
  private final PrometheusRegistry registry = new PrometheusRegistry();
  private final String system;
  private final Counter requests;
  private final Counter audited;
  private final Histogram duration;

  /**
   * @param sessions how many sessions are open
   */
  public SiteMetrics(SystemName name, IntSupplier sessions) {
    system = name.id();
    requests =
        Counter.builder()
            .name("ip_platform_http_requests_total")
            .help("Requests answered.")
            .labelNames("system", "route", "method", "status")
            .register(registry);
    audited =
        Counter.builder()
            .name("ip_platform_audit_records_total")
            .help("Records written to the audit trail.")
            .labelNames("system", "action", "outcome")
            .register(registry);
    duration =
        Histogram.builder()
            .name("ip_platform_http_request_duration_seconds")
            .help("Time to answer a request.")
            .classicOnly()
            .labelNames("system", "route")
            .register(registry);
    GaugeWithCallback.builder()
        .name("ip_platform_sessions")
        .help("Sessions open.")
        .labelNames("system")
        .callback(gauge -> gauge.call(sessions.getAsInt(), system))
        .register(registry);
  }

  /**
   * @param route the pattern, never the path itself: a path comes from outside and has no bound
   */
  public void answered(String route, String method, int status, double seconds) {
    requests.labelValues(system, route, method, Integer.toString(status)).inc();
    duration.labelValues(system, route).observe(seconds);
  }

  void audited(String action, String outcome) {
    audited.labelValues(system, action, outcome).inc();
  }

  /** All of them as they are now. */
  public MetricSnapshots snapshots() {
    return registry.scrape();
  }

  /** All of them in Prometheus' text format. */
  String scrape() {
    return text(snapshots());
  }

  /** Any metrics in Prometheus' text format. */
  public static String text(MetricSnapshots snapshots) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      PrometheusTextFormatWriter.create().write(out, snapshots);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString(StandardCharsets.UTF_8);
  }
}
