package io.zhidun.standalone.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.zhidun.events.Json;
import io.zhidun.events.RecordHeaders;
import io.zhidun.events.Topics;
import io.zhidun.stream.filings.FilingRules;
import io.zhidun.stream.filings.Screen;
import io.zhidun.testkit.Await;
import io.zhidun.testkit.Health;
import io.zhidun.testkit.JvmCommand;
import io.zhidun.testkit.Ports;
import io.zhidun.testkit.Processes;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The filing job in the stream process, on a real Kafka and on RocksDB. */
class FilingsIT {
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final int RECORDS = 3_000;

  /** Behind so many, nothing is sent until there was a checkpoint. */
  private static final int PAUSE = 1_000;

  private static final Instant NOON = Instant.parse("2026-11-20T04:00:00Z");

  @TempDir private Path folder;

  private final int httpPort = Ports.free();
  private final Map<String, Long> sequences = new HashMap<>();
  private TestBroker broker;
  private KafkaProducer<String, byte[]> producer;
  private Processes processes;
  private Process stream;

  /** A filing as the market told it. */
  private record Told(Instant time, String number, String source, long receivedMillis) {
    byte[] line() {
      return (time + " " + number).getBytes(UTF_8);
    }
  }

  @BeforeEach
  void start() throws Exception {
    broker = new TestBroker(Files.createDirectory(folder.resolve("kafka")));
    producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", broker.bootstrap()),
            new StringSerializer(),
            new ByteArraySerializer());
    processes = new Processes(folder.resolve("logs"));
    Path services = Files.createDirectories(folder.resolve("rules/META-INF/services"));
    Files.writeString(services.resolve(FilingRules.class.getName()), SeenTwice.class.getName());
    startStream();
  }

  @AfterEach
  void end() throws InterruptedException {
    processes.close();
    producer.close();
    broker.close();
  }

  private void startStream() {
    String classPath =
        folder.resolve("rules") + File.pathSeparator + System.getProperty("java.class.path");
    stream =
        processes.start(
            JvmCommand.ofClasspath("stream", classPath, StreamProcess.class.getName())
                .withJvmOptions(
                    "-Xmx512m",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "--add-opens=java.base/java.util=ALL-UNNAMED",
                    "--add-opens=java.base/java.lang=ALL-UNNAMED")
                .withArguments(
                    "--kafka",
                    broker.bootstrap(),
                    "--state",
                    folder.resolve("state").toString(),
                    "--http-port",
                    Integer.toString(httpPort),
                    "--checkpoint-interval",
                    "PT0.5S"));
    Health.await(URI.create("http://127.0.0.1:" + httpPort + "/health"), PATIENCE);
  }

  @Test
  void aKillMakesNoDifferenceToWhatIsIndicated() throws Exception {
    List<Told> filings = filings();
    int sent = 0;
    for (Told told : filings) {
      send(told);
      sent++;
      if (sent % 20 == 0) {
        Thread.sleep(40);
      }
      if (sent == PAUSE) {
        awaitCheckpoint();
      }
      if (sent == RECORDS / 2) {
        Processes.kill(stream.toHandle());
      }
    }
    startStream();

    Map<String, String> expected = expected(filings);
    Await.until(PATIENCE, "everything is seen", this::hasSeenAll);
    assertThat(metrics()).doesNotContain("outcome=\"late\"").contains("outcome=\"seen\"");
    assertThat(indicated()).isEqualTo(expected);
    try (Stream<Path> working = Files.list(folder.resolve("state/tmp"))) {
      assertThat(working.filter(path -> path.getFileName().toString().startsWith("minicluster_")))
          .as("what the killed process left is gone")
          .hasSize(1);
    }
    assertThat(values(Topics.REJECTED)).isEmpty();
  }

  private boolean hasSeenAll() throws Exception {
    String metrics = metrics();
    return metrics.contains("zhidun_filings_waiting_records 0.0")
        && metrics.contains("zhidun_filings_logged_digests " + RECORDS + ".0");
  }

  /** Waits for a checkpoint that was begun after something had been indicated. */
  private void awaitCheckpoint() throws Exception {
    Await.until(PATIENCE, "an indication", () -> !indicated().isEmpty());
    List<Path> before = checkpoints();
    Await.until(PATIENCE, "a checkpoint", () -> !before.containsAll(checkpoints()));
    List<Path> between = checkpoints();
    Await.until(PATIENCE, "another", () -> !between.containsAll(checkpoints()));
  }

  private List<Path> checkpoints() throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("state/checkpoints/zhidun-filings"))) {
      return files.filter(file -> file.endsWith("_metadata")).toList();
    } catch (UncheckedIOException goneMeanwhile) {
      return List.of();
    }
  }

  /**
   * Two sources, whose records come up to 300 ms after their time, one record a millisecond. None
   * comes behind the pause that happened before it: in the pause all that waits is released.
   */
  private static List<Told> filings() {
    Random random = new Random(5);
    List<Told> all = new ArrayList<>();
    for (int i = 0; i < RECORDS; i++) {
      Instant time = NOON.plusMillis(i);
      all.add(
          new Told(
              time,
              "n" + random.nextInt(RECORDS / 2),
              random.nextBoolean() ? "portal" : "registry",
              NOON.toEpochMilli()
                  + Math.min(i + random.nextInt(300), i < PAUSE ? PAUSE - 1 : RECORDS)));
    }
    all.sort(Comparator.comparingLong(Told::receivedMillis));
    return all;
  }

  /** By id, what a screen says last that sees all in order. */
  private static Map<String, String> expected(List<Told> filings) {
    Map<String, String> last = new HashMap<>();
    Screen screen = new SeenTwice().screen();
    filings.stream()
        .sorted(Comparator.comparing(Told::time))
        .forEach(
            told ->
                screen.see(
                    told.number().getBytes(UTF_8),
                    indication -> last.put(indication.id(), indication.version())));
    return last;
  }

  private Map<String, String> indicated() {
    Map<String, String> last = new HashMap<>();
    for (JsonNode value : values(Topics.INDICATIONS)) {
      last.put(value.get("id").stringValue(), value.get("version").stringValue());
    }
    return last;
  }

  private void send(Told told) {
    long sequence = sequences.merge(told.source(), 1L, Long::sum) - 1;
    ProducerRecord<String, byte[]> record =
        new ProducerRecord<>(Topics.FILINGS_RAW, told.source(), told.line());
    Map.of(
            RecordHeaders.DATASET,
            "filing-ndjson",
            RecordHeaders.COLLECTOR,
            "test",
            RecordHeaders.SOURCE,
            told.source(),
            RecordHeaders.EPOCH,
            "1",
            RecordHeaders.SEQUENCE,
            Long.toString(sequence),
            RecordHeaders.RECEIVED,
            Long.toString(told.receivedMillis() * 1_000),
            RecordHeaders.ZONE,
            "UTC")
        .forEach((name, text) -> record.headers().add(name, text.getBytes(UTF_8)));
    var unused = producer.send(record);
  }

  private String metrics() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + httpPort + "/metrics")).build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
  }

  private List<JsonNode> values(String topic) {
    List<JsonNode> found = new ArrayList<>();
    TopicPartition partition = new TopicPartition(topic, 0);
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", broker.bootstrap()),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
      while (consumer.position(partition) < end) {
        consumer
            .poll(Duration.ofMillis(200))
            .forEach(record -> found.add(Json.mapper().readTree(record.value())));
      }
    }
    return found;
  }
}
