package io.zhidun.collectors.core.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.zhidun.collectors.core.CollectorStatus;
import io.zhidun.collectors.core.RejectReason;
import io.zhidun.collectors.core.SourceCounters;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MonitoringServerTest {
  private final SourceCounters counters = new SourceCounters();
  private @Nullable String fault;

  @Test
  void showsTheFiguresOfEachSource() throws IOException, InterruptedException {
    counters.received(10);
    counters.shipped();
    counters.rejected(RejectReason.TOO_LONG);
    try (MonitoringServer server = start()) {
      assertThat(get(server, "127.0.0.1", "/metrics").body())
          .contains("zhidun_collector_records_total{outcome=\"in\",source=\"web\"} 2.0")
          .contains("zhidun_collector_records_total{outcome=\"out\",source=\"web\"} 1.0")
          .contains("zhidun_collector_records_total{outcome=\"rejected\",source=\"web\"} 1.0")
          .contains("zhidun_collector_rejected_total{reason=\"too_long\",source=\"web\"} 1.0")
          .contains("zhidun_collector_spool_bytes{source=\"web\"} 7.0")
          .contains("zhidun_collector_lag_seconds{source=\"web\"} 1.5")
          .contains("zhidun_collector_restarts_total{collector=\"web\"} 4.0");
    }
  }

  @Test
  void isHealthyWhileAllCollectorsRun() throws IOException, InterruptedException {
    try (MonitoringServer server = start()) {
      HttpResponse<String> answer = get(server, "[::1]", "/health");
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.body()).contains("\"status\":\"degraded\"").contains("\"kafka\":\"away\"");
      fault = "port is taken";
      assertThat(get(server, "127.0.0.1", "/health").statusCode()).isEqualTo(503);
    }
  }

  private MonitoringServer start() throws IOException {
    PrometheusRegistry registry = new PrometheusRegistry();
    CollectorMetrics.register(
        registry,
        () -> List.of(new SourceFigures("web", counters, 7, 1.5)),
        this::statuses,
        Clock.systemUTC());
    return MonitoringServer.start(0, registry, () -> AgentHealth.of(false, 7, statuses()));
  }

  private List<CollectorStatus> statuses() {
    return List.of(new CollectorStatus("web", 4, fault));
  }

  private static HttpResponse<String> get(MonitoringServer server, String host, String path)
      throws IOException, InterruptedException {
    URI uri = URI.create("http://" + host + ":" + server.port() + path);
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
  }
}
