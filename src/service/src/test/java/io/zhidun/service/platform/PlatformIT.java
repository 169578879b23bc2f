package io.zhidun.service.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.zhidun.service.Browser;
import io.zhidun.service.RunningService;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class PlatformIT {
  @TempDir private Path directory;

  private final AtomicLong records = new AtomicLong(100);
  private HttpServer stream;
  private RunningService service;
  private Browser operator;

  @BeforeEach
  void start() throws Exception {
    stream = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    stream.createContext(
        "/metrics",
        exchange -> {
          byte[] page =
              """
              zhidun_stream_records_total{outcome="in"} %d
              zhidun_stream_records_total{outcome="out"} 90
              zhidun_stream_records_total{outcome="rejected"} 10
              zhidun_index_records_total{outcome="out"} 80
              zhidun_stream_lag_records{job="security"} 7
              zhidun_stream_lag_records{job="index"} 3
              zhidun_stream_gaps_total 2
              """
                  .formatted(records.getAndAdd(50))
                  .getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, page.length);
          exchange.getResponseBody().write(page);
          exchange.close();
        });
    stream.start();
    service =
        RunningService.start(
            Map.of(
                "zhidun.platform.state-file",
                directory.resolve("state.json").toString(),
                "zhidun.platform.stream",
                "http://127.0.0.1:" + stream.getAddress().getPort(),
                "zhidun.platform.agent",
                "http://127.0.0.1:9",
                "zhidun.platform.every",
                "1h"));
    operator = service.signedIn("operator");
  }

  @AfterEach
  void stop() {
    service.close();
    stream.stop(0);
  }

  @Test
  void tellsHowPartsAndHopsAre() throws Exception {
    state("running", "running", Instant.now());

    JsonNode platform = observe();

    assertThat(platform.path("state").asString()).isEqualTo("ok");
    assertThat(platform.at("/parts/0/name").asString()).isEqualTo("kafka");
    assertThat(platform.at("/parts/0/pid").asInt()).isEqualTo(4711);
    assertThat(platform.path("gaps").asInt()).isEqualTo(2);
    assertThat(platform.path("eventsPerSecond").asDouble()).isPositive();
    assertThat(platform.path("endToEndMillis").isNull()).isTrue();
    assertThat(platform.at("/hops/0/in").isNull()).as("the agent is away").isTrue();
    assertThat(platform.path("hops").path(1).toString())
        .matches("\\{\"name\":\"stream\",\"in\":\\d+,\"out\":90,\"rejected\":10,\"lag\":7}");
    assertThat(platform.at("/hops/3/lag").asInt()).isEqualTo(3);
  }

  @Test
  void isDegradedWhileAPartComesBack() throws Exception {
    state("running", "backoff", Instant.now());
    assertThat(observe().path("state").asString()).isEqualTo("degraded");
  }

  @Test
  void isDownWithoutKafka() throws Exception {
    state("failed", "running", Instant.now());
    assertThat(observe().path("state").asString()).isEqualTo("down");
  }

  @Test
  void doesNotTrustAnOldOrBrokenState() throws Exception {
    state("running", "running", Instant.now().minusSeconds(60));
    assertThat(observe().path("state").asString()).isEqualTo("degraded");
    Files.writeString(directory.resolve("state.json"), "{\"parts\": [");
    assertThat(observe().path("state").asString()).isEqualTo("degraded");
  }

  private JsonNode observe() {
    service.bean(PlatformWatch.class).observe();
    return operator.get("/api/v1/platform").expect(200).json();
  }

  private void state(String kafka, String stream, Instant updated) throws Exception {
    Files.writeString(
        directory.resolve("state.json"),
        """
        {"updated": "%s", "supervisor": {"pid": 1}, "parts": [
          {"name": "kafka", "state": "%s", "pid": 4711, "port": 19092, "memoryBytes": 1,
           "since": "2026-11-22T12:00:00Z", "restarts": 0, "detail": ""},
          {"name": "stream", "state": "%s", "pid": 0, "port": 19100, "memoryBytes": 0,
           "since": "2026-11-22T12:00:00Z", "restarts": 3, "detail": "exit 137"}]}
        """
            .formatted(updated, kafka, stream));
  }
}
