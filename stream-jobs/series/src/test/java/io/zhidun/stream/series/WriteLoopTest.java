package io.zhidun.stream.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.zhidun.events.Topics;
import io.zhidun.events.metrics.Label;
import io.zhidun.events.metrics.MetricKind;
import io.zhidun.events.metrics.SampleWriter;
import io.zhidun.events.metrics.Series;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The writer against a real Prometheus; Kafka is its client library's own fake. */
class WriteLoopTest {
  private static final TopicPartition PARTITION = new TopicPartition(Topics.METRICS, 0);
  private static final Series LOAD =
      Series.of("load", List.of(new Label("Zone", "z"), new Label("job", "a")), MetricKind.GAUGE);

  private final MockConsumer<byte[], byte[]> kafka = new MockConsumer<>("earliest");
  private final WriterFigures figures = new WriterFigures(new PrometheusRegistry());
  private final AtomicLong offset = new AtomicLong();
  private final long now = System.currentTimeMillis();
  private @Nullable WriteLoop loop;
  private Thread thread = new Thread(() -> {});

  @TempDir private Path folder;

  @AfterEach
  void end() throws InterruptedException {
    if (loop != null) {
      loop.stop();
      thread.join();
    }
  }

  @Test
  void nothingIsLostOrCommittedWhilePrometheusIsAway() throws Exception {
    try (Prometheus prometheus = new Prometheus(folder)) {
      start(prometheus);
      send(sample(now - 60_000, 1), sample(now - 50_000, 2));
      prometheus.awaitAnswer("count_over_time(load[10m])", "\"2\"");
      await().until(() -> committed() == 1);

      prometheus.kill();
      send(sample(now - 40_000, 3));
      send(sample(now - 30_000, 4));
      Thread.sleep(800);
      assertThat(committed()).isEqualTo(1);
      assertThat(figures.storeUp.get()).isZero();
      prometheus.startAgain();

      prometheus.awaitAnswer("count_over_time(load[10m])", "\"4\"");
      prometheus.awaitAnswer("load{Zone=\"z\"}", "\"4\"");
      await().until(() -> committed() == 3);
      assertThat(figures.written.get()).isEqualTo(4);
    }
  }

  @Test
  void hostileSamplesCostNothingButThemselves() throws Exception {
    try (Prometheus prometheus = new Prometheus(folder)) {
      start(prometheus);
      send(sample(now - 60_000, 1));
      prometheus.awaitAnswer("load", "\"1\"");
      // The same moment with another value, the year 2100, last week, and what is no record.
      send(
          sample(now - 60_000, 99),
          sample(4_102_444_800_000L, 5),
          sample(now - 604_800_000L, 6),
          sample(now - 50_000, Double.NaN),
          sample(now - 7_200_000, 7));
      kafka.schedulePollTask(
          () -> kafka.addRecord(record(new byte[] {1, 2, 3}, offset.getAndIncrement())));
      send(sample(now - 1_000, 8));

      prometheus.awaitAnswer("load", "\"8\"");
      prometheus.awaitAnswer("count_over_time(load[3h])", "\"4\"");
      assertThat(figures.refused.get()).isEqualTo(1);
      assertThat(figures.ahead.get()).isEqualTo(1);
      assertThat(figures.late.get()).isEqualTo(1);
      assertThat(figures.malformed.get()).isEqualTo(1);
    }
  }

  private void start(Prometheus prometheus) {
    Node node = new Node(0, "127.0.0.1", 1);
    Node[] nodes = {node};
    kafka.updatePartitions(
        Topics.METRICS, List.of(new PartitionInfo(Topics.METRICS, 0, node, nodes, nodes)));
    kafka.updateBeginningOffsets(Map.of(PARTITION, 0L));
    WriteLoop begun =
        new WriteLoop(
            kafka,
            new PrometheusStore(prometheus.address.resolve("/api/v1/write")),
            figures,
            Clock.systemUTC(),
            SeriesWriter.WINDOW);
    loop = begun;
    thread = new Thread(begun);
    thread.start();
    await().until(() -> !kafka.assignment().isEmpty());
  }

  private record Sample(long time, double value) {}

  private static Sample sample(long time, double value) {
    return new Sample(time, value);
  }

  private void send(Sample... samples) {
    SampleWriter writer = new SampleWriter();
    for (Sample each : samples) {
      assertThat(writer.add(LOAD, each.time, each.value)).isTrue();
    }
    byte[] bytes = writer.finish();
    kafka.schedulePollTask(() -> kafka.addRecord(record(bytes, offset.getAndIncrement())));
  }

  private static ConsumerRecord<byte[], byte[]> record(byte[] bytes, long at) {
    return new ConsumerRecord<>(Topics.METRICS, 0, at, new byte[0], bytes);
  }

  private long committed() {
    OffsetAndMetadata offsets = kafka.committed(Set.of(PARTITION)).get(PARTITION);
    return offsets == null ? 0 : offsets.offset();
  }
}
