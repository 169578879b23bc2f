package io.zhidun.standalone.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhidun.events.Json;
import io.zhidun.events.LiveRule;
import io.zhidun.events.LiveRuleSet;
import io.zhidun.events.RecordHeaders;
import io.zhidun.events.Topics;
import io.zhidun.testkit.Await;
import io.zhidun.testkit.Health;
import io.zhidun.testkit.JvmCommand;
import io.zhidun.testkit.LogLines;
import io.zhidun.testkit.Ports;
import io.zhidun.testkit.Processes;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The stream process on a real Kafka, with two subtasks, while its rules change. */
class LiveRulesIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String EVERY_SIGN_IN = "d0000000-0000-4000-8000-000000000001";
  private static final String GUESSING = "edad9693-c80f-401c-9796-6249eb47f479";
  private static final int ADDRESSES = 30;

  /** Longer than several checkpoint intervals. */
  private static final long CHECKPOINTED = 2_000;

  @TempDir private Path folder;

  private final int httpPort = Ports.free();
  private TestBroker broker;
  private KafkaProducer<String, byte[]> producer;
  private Processes processes;
  private Process stream;

  private final Instant begin = Instant.parse("2026-11-22T00:00:00Z");
  private final long[] sequences = new long[TestBroker.PARTITIONS];
  private int sent;
  private final Set<String> sentIds = new TreeSet<>();
  private final Map<String, Deque<Long>> windows = new HashMap<>();
  private final Map<String, Integer> guesses = new TreeMap<>();

  @BeforeEach
  void start() throws Exception {
    broker = new TestBroker(Files.createDirectory(folder.resolve("kafka")));
    producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", broker.bootstrap(), "linger.ms", 5),
            new StringSerializer(),
            new ByteArraySerializer());
    processes = new Processes(folder.resolve("logs"));
    startStream();
  }

  @AfterEach
  void end() throws InterruptedException {
    processes.close();
    producer.close();
    broker.close();
  }

  private void startStream() {
    stream =
        processes.start(
            JvmCommand.ofClasspath(
                    "stream", System.getProperty("java.class.path"), StreamProcess.class.getName())
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
                    "--parallelism",
                    "2",
                    "--checkpoint-interval",
                    "PT0.5S",
                    "--lateness",
                    "PT12H"));
    Health.await(http("/health"), PATIENCE);
  }

  @Test
  void noEventIsLostOrDoubledWhileRulesChangeAreRefusedAndTheProcessIsKilled() throws Exception {
    activate(1, everySignIn(1));
    awaitNumber(1);
    send(2_000);
    for (int number = 2; number <= 5; number++) {
      activate(number, everySignIn(number));
      while (metric("zhidun_stream_rule_set") < number) {
        send(200);
      }
      send(1_000);
    }
    activate(6, everySignIn(6), LiveRule.of("broken", "broken.yml", "title: x\nid: broken\n"));
    awaitRefused();
    send(500);
    assertThat(metric("zhidun_stream_rule_set")).as("the old set goes on").isEqualTo(5);

    // What is read again after a kill is read under the set that begins then: so a checkpoint
    // must lie between a change and a kill, or changed rules would detect twice. Partitions are
    // read
    // in another order then: what was told before and does not come again must be withdrawn.
    awaitDetections(sent);
    Thread.sleep(CHECKPOINTED);
    send(1_000);
    Processes.kill(stream.toHandle());
    startStream();
    send(500);
    awaitDetections(sent);
    Thread.sleep(CHECKPOINTED);
    Processes.kill(stream.toHandle());
    activate(7, everySignIn(7));
    send(500);
    startStream();
    assertThat(metric("zhidun_stream_rule_set")).as("from the first record on").isEqualTo(7);
    send(500);
    awaitDetections(sent);

    Map<String, Set<String>> versions = versionsByEvent();
    assertThat(versions.keySet()).as("events that were matched").isEqualTo(sentIds);
    assertThat(versions)
        .as("each by one version")
        .allSatisfy((event, found) -> assertThat(found).hasSize(1));
    assertThat(new HashSet<>(versions.values()))
        .as("versions that matched; a slow machine may skip one")
        .hasSizeBetween(3, 6);
    Await.until(PATIENCE, "the last windows", () -> guessesByAddress().equals(guesses));
    assertThat(guessesByAddress())
        .as("windows of the shipped rule, over all changes")
        .isEqualTo(guesses);
    assertThat(hitsSinceStart()).isPositive();
  }

  private void awaitNumber(long number) {
    Await.until(
        PATIENCE,
        "rule set " + number + " in force",
        () -> metric("zhidun_stream_rule_set") == number);
  }

  private void awaitRefused() {
    Await.until(
        PATIENCE, "a refused set", () -> metric("zhidun_stream_rule_sets_refused_total") >= 1);
  }

  private void awaitDetections(int events) {
    Await.until(PATIENCE, events + " events matched", () -> versionsByEvent().size() >= events);
  }

  private void activate(long number, LiveRule... texts) {
    List<LiveRuleSet.Member> members = new ArrayList<>();
    for (LiveRule text : texts) {
      members.add(new LiveRuleSet.Member(text.id(), text.version()));
      write(text.id(), Json.mapper().writeValueAsBytes(text));
    }
    LiveRuleSet set =
        new LiveRuleSet(number, Instant.now(), "author", "approver", members, Set.of());
    write(LiveRuleSet.KEY, Json.mapper().writeValueAsBytes(set));
    producer.flush();
  }

  private void write(String key, byte[] value) {
    var unused = producer.send(new ProducerRecord<>(Topics.RULES, key, value));
  }

  /** Matches every line sent here; the number makes it another version. */
  private static LiveRule everySignIn(int number) {
    return LiveRule.of(
        EVERY_SIGN_IN,
        "every-sign-in.yml",
        """
        title: Every sign-in
        id: %s
        name: every-sign-in
        logsource: {product: linux, service: sshd}
        detection: {selection: {user.name: [root, nobody-%d]}, condition: selection}
        level: low
        """
            .formatted(EVERY_SIGN_IN, number));
  }

  /** Failures of many addresses, one a second of event time, over all partitions in turn. */
  private void send(int count) {
    for (int i = 0; i < count; i++) {
      int partition = sent % TestBroker.PARTITIONS;
      long second = sent++;
      String address = "2001:db8::" + Integer.toHexString((int) (second * 7919 % ADDRESSES));
      // Now and then one address alone, so that windows of five fill.
      if (second / 20 % 3 == 0) {
        address = "2001:db8::f" + second / 60 % 7;
      }
      countGuess(address, second);
      String source = "s" + partition;
      long sequence = sequences[partition]++;
      sentIds.add(source + ":1:" + sequence);
      String line = LogLines.sshFailed(begin.plusSeconds(second), "gate", "root", address);
      write(partition, source, sequence, line);
    }
    producer.flush();
  }

  private void write(int partition, String source, long sequence, String line) {
    ProducerRecord<String, byte[]> record =
        new ProducerRecord<>(Topics.RAW, partition, source, line.getBytes(StandardCharsets.UTF_8));
    Map.of(
            RecordHeaders.DATASET, "syslog",
            RecordHeaders.COLLECTOR, "test",
            RecordHeaders.SOURCE, source,
            RecordHeaders.EPOCH, "1",
            RecordHeaders.SEQUENCE, Long.toString(sequence),
            RecordHeaders.RECEIVED, Long.toString(begin.getEpochSecond() * 1_000_000),
            RecordHeaders.ZONE, "UTC")
        .forEach(
            (name, value) ->
                record
                    .headers()
                    .add(new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8))));
    var unused = producer.send(record);
  }

  /** Five within a minute of one address, then anew. */
  private void countGuess(String address, long second) {
    Deque<Long> window = windows.computeIfAbsent(address, absent -> new ArrayDeque<>());
    window.addLast(second);
    while (window.getFirst() < second - 60) {
      window.removeFirst();
    }
    if (window.size() == 5) {
      window.clear();
      guesses.merge(address, 1, Integer::sum);
    }
  }

  private Map<String, Set<String>> versionsByEvent() {
    Map<String, Set<String>> versions = new TreeMap<>();
    for (JsonNode detection : detections(EVERY_SIGN_IN)) {
      versions
          .computeIfAbsent(
              detection.path("events").path(0).path("id").asString(), absent -> new HashSet<>())
          .add(detection.path("rule").path("version").asString());
    }
    return versions;
  }

  /** What stands in the end: a repeated one counts once, a withdrawn one does not. */
  private Map<String, Integer> guessesByAddress() {
    Map<String, Set<String>> ids = new TreeMap<>();
    for (JsonNode detection : detections(GUESSING)) {
      Set<String> standing =
          ids.computeIfAbsent(
              detection.path("group").path("source.ip").asString(), absent -> new HashSet<>());
      String id = detection.path("id").asString();
      if (detection.path("withdrawn").asBoolean(false)) {
        standing.remove(id);
      } else {
        standing.add(id);
      }
    }
    Map<String, Integer> counts = new TreeMap<>();
    ids.forEach((address, standing) -> counts.put(address, standing.size()));
    counts.values().removeIf(count -> count == 0);
    return counts;
  }

  private List<JsonNode> detections(String rule) {
    List<JsonNode> found = new ArrayList<>();
    TopicPartition partition = new TopicPartition(Topics.DETECTIONS, 0);
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", broker.bootstrap()),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
      while (consumer.position(partition) < end) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(200))) {
          JsonNode detection = Json.mapper().readTree(record.value()).path("detection");
          if (detection.path("rule").path("id").asString().equals(rule)) {
            found.add(detection);
          }
        }
      }
    }
    return found;
  }

  private long hitsSinceStart() throws IOException {
    return read("/rules")
        .lines()
        .map(line -> Json.mapper().readTree(line))
        .filter(rule -> rule.path("id").asString().equals(EVERY_SIGN_IN))
        .mapToLong(rule -> rule.path("hits").asLong())
        .sum();
  }

  private double metric(String name) throws IOException {
    return read("/metrics")
        .lines()
        .filter(line -> line.startsWith(name + " "))
        .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
        .findFirst()
        .orElse(-1);
  }

  private String read(String path) throws IOException {
    try (InputStream in = http(path).toURL().openStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private URI http(String path) {
    return URI.create("http://127.0.0.1:" + httpPort + path);
  }
}
