package io.zhidun.collectors.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zhidun.collectors.core.Collector;
import io.zhidun.collectors.metrics.push.PushAddress;
import io.zhidun.collectors.metrics.push.PushCollector;
import io.zhidun.collectors.metrics.push.PushOptions;
import io.zhidun.collectors.metrics.scrape.ScrapeCollector;
import io.zhidun.collectors.metrics.scrape.ScrapeOptions;
import io.zhidun.collectors.metrics.scrape.TargetGroup;
import io.zhidun.collectors.testkit.InMemoryShipper;
import io.zhidun.events.metrics.MetricKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Debian's own Prometheus and node exporter. */
class RealPeersTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final InMemoryShipper shipper = new InMemoryShipper();
  private final List<Collector> running = new ArrayList<>();

  @TempDir private Path folder;

  @AfterEach
  void end() {
    running.forEach(Collector::stop);
  }

  @Test
  void aNodeExporterIsScraped() throws Exception {
    String address = "127.0.0.1:" + DebianProgram.freePort();
    try (DebianProgram exporter =
        DebianProgram.start(
            "prometheus-node-exporter", folder.resolve("log"), "--web.listen-address=" + address)) {
      assertThat(exporter).isNotNull();
      ScrapeOptions usual =
          ScrapeOptions.of("node", List.of(new TargetGroup(List.of(address), Map.of())));
      start(
          new ScrapeCollector(
              every(Duration.ofSeconds(1), usual), shipper, Clock.systemUTC(), System::nanoTime));

      await()
          .atMost(PATIENCE)
          .until(
              () -> Shipped.texts(shipper, "node").stream().anyMatch(t -> t.matches("up.* 1.0")));
      List<Shipped.Sample> samples = Shipped.samples(shipper, "node");
      assertThat(samples)
          .anyMatch(
              each ->
                  each.series().name().equals("node_cpu_seconds_total")
                      && each.series().kind() == MetricKind.COUNTER
                      && each.value() > 0)
          .anyMatch(
              each ->
                  each.series().name().equals("node_load1")
                      && each.series().kind() == MetricKind.GAUGE);
    }
  }

  @Test
  void aPrometheusWritesToUsAndLosesNothingWhileNothingCanBeKept() throws Exception {
    PushCollector push =
        new PushCollector(
            PushOptions.of(
                    "push", List.of(PushAddress.parse("[::1]:0")), List.of("prometheus"), null)
                .withDeadlines(Duration.ofSeconds(5), Duration.ofMillis(500)),
            shipper,
            Clock.systemUTC());
    start(push);
    await().until(() -> !push.bound().isEmpty());
    int port = DebianProgram.freePort();
    Files.writeString(
        folder.resolve("prometheus.yml"),
        """
        global: {scrape_interval: 1s, scrape_timeout: 1s}
        scrape_configs:
          - {job_name: self, static_configs: [{targets: ["127.0.0.1:%d"]}]}
        remote_write:
          - url: "http://[::1]:%d/api/v1/write"
            queue_config: {batch_send_deadline: 500ms}
        """
            .formatted(port, push.bound().get(0).getPort()));
    try (DebianProgram prometheus =
        DebianProgram.start(
            "prometheus",
            folder.resolve("log"),
            "--config.file=" + folder.resolve("prometheus.yml"),
            "--storage.tsdb.path=" + folder.resolve("data"),
            "--web.listen-address=127.0.0.1:" + port)) {
      assertThat(prometheus).isNotNull();
      await().atMost(PATIENCE).until(() -> times().size() >= 2);
      shipper.full(true);
      Thread.sleep(1_500);
      int before = times().size();
      shipper.full(false);
      await().atMost(PATIENCE).until(() -> times().size() >= before + 3);

      List<Long> times = times();
      for (int i = 1; i < times.size(); i++) {
        assertThat(times.get(i) - times.get(i - 1))
            .as("a gap in %s", times)
            .isBetween(900L, 1_500L);
      }
    }
  }

  private List<Long> times() {
    return Shipped.samples(shipper, "prometheus").stream()
        .filter(each -> each.series().name().equals("up"))
        .map(Shipped.Sample::timeMillis)
        .distinct()
        .sorted()
        .toList();
  }

  private static ScrapeOptions every(Duration interval, ScrapeOptions usual) {
    return new ScrapeOptions(
        usual.source(),
        interval,
        interval,
        usual.scheme(),
        usual.path(),
        usual.honorLabels(),
        usual.honorTimestamps(),
        usual.maxBody(),
        usual.maxSamples(),
        usual.maxTargets(),
        usual.groups(),
        usual.files(),
        usual.urls(),
        usual.refresh(),
        usual.targetRules(),
        usual.sampleRules(),
        usual.tokenFile(),
        usual.limits());
  }

  private void start(Collector collector) {
    running.add(collector);
    Thread thread =
        new Thread(
            () -> {
              try {
                collector.run();
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
    thread.start();
  }
}
