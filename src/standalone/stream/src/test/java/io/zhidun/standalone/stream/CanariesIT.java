package io.zhidun.standalone.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhidun.events.CanaryEvent;
import io.zhidun.events.Json;
import io.zhidun.events.RecordHeaders;
import io.zhidun.events.Topics;
import io.zhidun.rules.Catalog;
import io.zhidun.rules.RuleCanary;
import io.zhidun.rules.RuleSet;
import io.zhidun.rules.sigma.Rule;
import io.zhidun.testkit.Await;
import io.zhidun.testkit.Health;
import io.zhidun.testkit.JvmCommand;
import io.zhidun.testkit.LogLines;
import io.zhidun.testkit.Ports;
import io.zhidun.testkit.Processes;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
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

/** Canaries through the stream process on a real Kafka, with two subtasks. */
class CanariesIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String GUESSING = "edad9693-c80f-401c-9796-6249eb47f479";

  /** Longer than several checkpoint intervals. */
  private static final long CHECKPOINTED = 2_000;

  private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");

  @TempDir private Path folder;

  private final RuleSet rules = RuleSet.catalog();
  private final int httpPort = Ports.free();
  private TestBroker broker;
  private KafkaProducer<String, byte[]> producer;
  private Processes processes;
  private Process stream;
  private long sequence;

  @BeforeEach
  void start() throws Exception {
    broker = new TestBroker(Files.createDirectory(folder.resolve("kafka")));
    producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", broker.bootstrap()),
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
                    "PT0.5S"));
    Health.await(URI.create("http://127.0.0.1:" + httpPort + "/health"), PATIENCE);
  }

  @Test
  void everyShippedRuleFiresAlsoOverAKillAndNothingElseIsTold() throws Exception {
    Set<String> detecting = new TreeSet<>();
    for (Rule rule : rules.rules()) {
      if (rule.detectsAlone()) {
        detecting.add(rule.id());
        canary(rule).at(NOW, "run-" + rule.name()).forEach(this::send);
      }
    }
    Await.until(PATIENCE, "every rule fired", () -> fired().containsAll(detecting));
    int before = values(Topics.CANARIES).size();

    // Two of five guesses, a kill, the other three: the group goes on from the checkpoint. A real
    // guess of the same address between them counts in neither.
    List<CanaryEvent> guesses =
        canary(rules.rule(GUESSING).orElseThrow()).at(NOW.plusSeconds(60), "over-a-kill");
    assertThat(guesses).hasSize(5);
    guesses.subList(0, 2).forEach(this::send);
    String address = String.valueOf(guesses.get(0).event().get("source.ip"));
    line(0, LogLines.sshFailed(NOW, "gate", "root", address));
    Await.until(PATIENCE, "the real guess is an event", () -> values(Topics.EVENTS).size() == 1);
    Thread.sleep(CHECKPOINTED);
    Processes.kill(stream.toHandle());
    guesses.subList(2, 4).forEach(this::send);
    startStream();
    line(1, LogLines.sshFailed(NOW, "gate", "root", address));
    Await.until(PATIENCE, "the second one too", () -> values(Topics.EVENTS).size() >= 2);
    assertThat(values(Topics.CANARIES)).as("four of five").hasSize(before);

    send(guesses.get(4));
    Await.until(PATIENCE, "the fifth", () -> values(Topics.CANARIES).size() > before);

    assertThat(values(Topics.DETECTIONS)).isEmpty();
    assertThat(values(Topics.ALERTS)).isEmpty();
    assertThat(values(Topics.REJECTED)).isEmpty();
  }

  private RuleCanary canary(Rule rule) {
    return RuleCanary.of(rules, rule, Catalog.cases(rule).orElseThrow()).orElseThrow();
  }

  private void send(CanaryEvent canary) {
    send(
        CanaryEvent.SOURCE,
        CanaryEvent.DATASET,
        CanaryEvent.COLLECTOR,
        sequence++,
        canary.toBytes());
  }

  private void line(long number, String line) {
    send("auth", "syslog", "test", number, line.getBytes(StandardCharsets.UTF_8));
  }

  private void send(String source, String dataset, String collector, long number, byte[] value) {
    ProducerRecord<String, byte[]> record = new ProducerRecord<>(Topics.RAW, source, value);
    Map.of(
            RecordHeaders.DATASET,
            dataset,
            RecordHeaders.COLLECTOR,
            collector,
            RecordHeaders.SOURCE,
            source,
            RecordHeaders.EPOCH,
            "1",
            RecordHeaders.SEQUENCE,
            Long.toString(number),
            RecordHeaders.RECEIVED,
            Long.toString(NOW.getEpochSecond() * 1_000_000),
            RecordHeaders.ZONE,
            "UTC")
        .forEach((name, text) -> record.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
    var unused = producer.send(record);
    producer.flush();
  }

  private Set<String> fired() {
    Set<String> fired = new TreeSet<>();
    values(Topics.CANARIES).forEach(value -> fired.add(value.at("/detection/rule/id").asString()));
    return fired;
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
