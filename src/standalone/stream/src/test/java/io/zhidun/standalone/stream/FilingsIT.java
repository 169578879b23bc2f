package io.zhidun.standalone.stream;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.zhidun.events.Json;
import io.zhidun.events.RecordHeaders;
import io.zhidun.events.Topics;
import io.zhidun.rules.filings.form.FilingLines;
import io.zhidun.rules.filings.judge.FilingRules;
import io.zhidun.rules.filings.judge.IndicationJson;
import io.zhidun.rules.filings.record.FilingRecord;
import io.zhidun.rules.filings.screen.FilingScreen;
import io.zhidun.rules.filings.text.Digest;
import io.zhidun.simulator.market.Market;
import io.zhidun.simulator.market.MarketLine;
import io.zhidun.simulator.market.MarketPlan;
import io.zhidun.stream.filings.ScreeningRules;
import io.zhidun.testkit.Await;
import io.zhidun.testkit.Health;
import io.zhidun.testkit.JvmCommand;
import io.zhidun.testkit.Ports;
import io.zhidun.testkit.Processes;
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
import java.time.ZoneOffset;
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

/** The filing job in the stream process, on a real Kafka and on RocksDB. */
class FilingsIT {
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  /** Behind so many, nothing is sent until there was a checkpoint. */
  private static final int PAUSE = 1_300;

  private static final Instant NOON = Instant.parse("2026-11-20T04:00:00Z");

  /** Behind the pause less than the five minutes for which a slow source is waited. */
  private static final Duration LASTING = Duration.ofMinutes(7);

  private static final byte[] KEY = "0123456789abcdef0123456789abcdef".getBytes(US_ASCII);

  @TempDir private Path folder;

  private final int httpPort = Ports.free();
  private final Map<String, Long> sequences = new HashMap<>();
  private TestBroker broker;
  private KafkaProducer<String, byte[]> producer;
  private Processes processes;
  private Process stream;

  /** A record as the market told it. */
  private record Told(MarketLine line, String source, long receivedMillis) {}

  @BeforeEach
  void start() throws Exception {
    broker = new TestBroker(Files.createDirectory(folder.resolve("kafka")));
    producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", broker.bootstrap()),
            new StringSerializer(),
            new ByteArraySerializer());
    processes = new Processes(folder.resolve("logs"));
    Files.write(folder.resolve("key"), KEY);
    startStream();
  }

  @AfterEach
  void end() throws InterruptedException {
    processes.close();
    producer.close();
    broker.close();
  }

  private void startStream() {
    String classPath = System.getProperty("java.class.path");
    stream =
        processes.start(
            JvmCommand.ofClasspath("stream", classPath, StreamProcess.class.getName())
                .withEnvironment(Map.of(ScreeningRules.KEY_FILE, folder.resolve("key").toString()))
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

  /** Fifty linked companies among honest applicants, screened by what is shipped. */
  @Test
  void neitherAKillNorAnotherOrderWithinTheLatenessChangesWhatIsIndicated() throws Exception {
    List<Told> market = market();
    int sent = 0;
    for (Told told : market) {
      send(told);
      sent++;
      // Some time, so that the kill comes between: of two quiet sources one may be read first.
      if (sent % 20 == 0) {
        Thread.sleep(40);
      }
      if (sent == PAUSE) {
        awaitCheckpoint();
      }
      if (sent == (PAUSE + market.size()) / 2) {
        Processes.kill(stream.toHandle());
      }
    }
    startStream();

    Await.until(PATIENCE, "everything is seen", () -> hasSeen(market.size()));
    assertThat(metrics())
        .doesNotContainPattern("outcome=\"late\".* [1-9]")
        .containsPattern("outcome=\"seen\".* [1-9]");
    assertThat(market).isNotEqualTo(inOrder(market));
    Map<String, String> expected = expected(market);
    assertThat(expected).hasSizeGreaterThan(5);
    assertSame(indicated(), expected);
    try (Stream<Path> working = Files.list(folder.resolve("state/tmp"))) {
      assertThat(working.filter(path -> path.getFileName().toString().startsWith("minicluster_")))
          .as("what the killed process left is gone")
          .hasSize(1);
    }
    assertThat(values(Topics.REJECTED)).isEmpty();
  }

  /** Indications are long: where two differ, a few words of both are told. */
  private static void assertSame(Map<String, String> indicated, Map<String, String> expected) {
    assertThat(indicated.keySet()).isEqualTo(expected.keySet());
    indicated.forEach(
        (id, text) -> {
          String other = expected.getOrDefault(id, "");
          int at = 0;
          while (at < text.length() && at < other.length() && text.charAt(at) == other.charAt(at)) {
            at++;
          }
          assertThat(words(text, at)).as(words(text, 0)).isEqualTo(words(other, at));
        });
  }

  private static String words(String text, int at) {
    return text.substring(Math.max(0, at - 100), Math.min(text.length(), at + 200));
  }

  private boolean hasSeen(int records) throws Exception {
    String metrics = metrics();
    return metrics.contains("zhidun_filings_waiting_records 0.0")
        && metrics.contains("zhidun_filings_logged_digests " + records + ".0");
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
   * Two sources, whose records come up to 800 ms after their time. None comes behind the pause that
   * happened before it: in the pause all that waits is released.
   */
  private static List<Told> market() {
    Market market =
        Market.steady(
            MarketPlan.quiet(11, NOON.atZone(ZoneOffset.UTC).toLocalDate(), 3, 0.001), NOON, 20);
    market.addLinkedCompanies(NOON.plusSeconds(60));
    List<MarketLine> lines = new ArrayList<>();
    for (MarketLine line = market.next();
        line.time().isBefore(NOON.plus(LASTING));
        line = market.next()) {
      lines.add(line);
    }
    assertThat(lines).hasSizeGreaterThan(PAUSE + 500);
    long pause = lines.get(PAUSE).time().toEpochMilli();
    Random random = new Random(5);
    List<Told> all = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      long received = lines.get(i).time().toEpochMilli() + random.nextInt(800);
      all.add(
          new Told(
              lines.get(i),
              random.nextBoolean() ? "portal" : "registry",
              i < PAUSE ? Math.min(received, pause - 1) : received));
    }
    all.sort(Comparator.comparingLong(Told::receivedMillis));
    return all;
  }

  private static List<Told> inOrder(List<Told> market) {
    return market.stream()
        .sorted(
            Comparator.comparing((Told told) -> told.line().time())
                .thenComparing(told -> told.line().id()))
        .toList();
  }

  /** By id, what a screen says last that sees all in order. */
  private static Map<String, String> expected(List<Told> market) {
    FilingLines lines = new FilingLines(KEY);
    FilingScreen screen = FilingScreen.shipped(FilingRules.shipped());
    Map<String, String> last = new HashMap<>();
    for (Told told : inOrder(market)) {
      for (FilingRecord record : lines.read(told.line().json()).records()) {
        screen.see(
            Digest.of(record),
            indication ->
                last.put(indication.id(), new String(IndicationJson.write(indication), UTF_8)));
      }
    }
    return last;
  }

  private Map<String, String> indicated() {
    Map<String, String> last = new HashMap<>();
    for (byte[] value : values(Topics.INDICATIONS)) {
      last.put(Json.mapper().readTree(value).get("id").stringValue(), new String(value, UTF_8));
    }
    return last;
  }

  private void send(Told told) {
    long sequence = sequences.merge(told.source(), 1L, Long::sum) - 1;
    ProducerRecord<String, byte[]> record =
        new ProducerRecord<>(Topics.FILINGS_RAW, told.source(), told.line().json());
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

  private List<byte[]> values(String topic) {
    List<byte[]> found = new ArrayList<>();
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
        consumer.poll(Duration.ofMillis(200)).forEach(record -> found.add(record.value()));
      }
    }
    return found;
  }
}
