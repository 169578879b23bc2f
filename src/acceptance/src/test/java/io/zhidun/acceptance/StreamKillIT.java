package io.zhidun.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhidun.events.Json;
import io.zhidun.events.LiveRule;
import io.zhidun.events.LiveRuleSet;
import io.zhidun.events.Topics;
import io.zhidun.testkit.Await;
import io.zhidun.testkit.Health;
import io.zhidun.testkit.JvmCommand;
import io.zhidun.testkit.Ports;
import io.zhidun.testkit.Processes;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * The stream process alone with a broker, under correlation load: killed with -9 wherever it stands
 * and started again, ten times.
 */
class StreamKillIT {
  private static final int KILLS = 10;
  private static final int LONGEST_RUN_MILLIS = 3_000;
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  @TempDir private Path folder;

  private final List<Integer> ports = Ports.free(3);
  private Processes processes;

  @BeforeEach
  void startBroker() throws Exception {
    processes = new Processes(folder.resolve("logs"));
    processes.start(
        JvmCommand.ofModule(
                Product.home().resolve("src/standalone/broker"),
                "io.zhidun.standalone.broker.Broker")
            .withJvmOptions("-Xmx384m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")
            .withArguments(
                "--data", folder.resolve("kafka").toString(),
                "--port", ports.get(0).toString(),
                "--controller-port", ports.get(1).toString()));
    Await.until(PATIENCE, "the broker with its topics", this::hasTopics);
    activate(CorrelationLoad.ACCOUNTS_RULE);
  }

  private void activate(LiveRule text) {
    LiveRuleSet set =
        new LiveRuleSet(
            1,
            Instant.now(),
            "author",
            "approver",
            List.of(new LiveRuleSet.Member(text.id(), text.version())),
            Set.of());
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", kafka()),
            new StringSerializer(),
            new ByteArraySerializer())) {
      var unusedText =
          producer.send(
              new ProducerRecord<>(Topics.RULES, text.id(), Json.mapper().writeValueAsBytes(text)));
      var unusedSet =
          producer.send(
              new ProducerRecord<>(
                  Topics.RULES, LiveRuleSet.KEY, Json.mapper().writeValueAsBytes(set)));
    }
  }

  @AfterEach
  void end() throws InterruptedException {
    processes.close();
  }

  private boolean hasTopics() throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka()))) {
      return admin.listTopics().names().get(5, TimeUnit.SECONDS).contains(Topics.RULES);
    }
  }

  private String kafka() {
    return "127.0.0.1:" + ports.get(0);
  }

  private Process startStream() {
    Process stream =
        processes.start(
            JvmCommand.ofModule(
                    Product.home().resolve("src/standalone/stream"),
                    "io.zhidun.standalone.stream.StreamProcess")
                .withJvmOptions(
                    "-Xmx512m",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "--add-opens=java.base/java.util=ALL-UNNAMED",
                    "--add-opens=java.base/java.lang=ALL-UNNAMED")
                .withArguments(
                    "--kafka", kafka(),
                    "--state", folder.resolve("state").toString(),
                    "--http-port", ports.get(2).toString(),
                    // More of them, so that more kills fall into one.
                    "--checkpoint-interval", "PT2S"));
    Health.await(URI.create("http://127.0.0.1:" + ports.get(2) + "/health"), PATIENCE);
    return stream;
  }

  @Test
  void tenKillsAtRandomPointsLoseAndDoubleNoDetection() throws Exception {
    Random random = new Random(20_261_127);
    Process stream = startStream();
    try (CorrelationLoad load = CorrelationLoad.start(kafka())) {
      for (int kill = 0; kill < KILLS; kill++) {
        Thread.sleep(random.nextInt(LONGEST_RUN_MILLIS));
        Processes.kill(stream.toHandle());
        stream = startStream();
      }
      load.finish();

      Await.until(
          PATIENCE,
          "the detections of " + load.lines() + " lines",
          () -> standing().equals(load.truth()));
      assertThat(load.truth().keySet())
          .as("rules that had something to find")
          .extracting(key -> key.substring(0, key.indexOf(' ')))
          .contains(CorrelationLoad.GUESSING, CorrelationLoad.SUCCESS, CorrelationLoad.ACCOUNTS);
      // What is read again after the last kill may still be on its way, and must change nothing.
      Thread.sleep(3_000);
      assertThat(standing()).isEqualTo(load.truth());
    }
  }

  /**
   * Detections that stand, by rule and address. Each has an id that is a function of what was
   * counted, so one that is written again counts once, and one that was doubled has two.
   */
  private Map<String, Integer> standing() {
    Map<String, Set<String>> ids = new HashMap<>();
    RawTopic.each(
        kafka(),
        Topics.DETECTIONS,
        record -> {
          JsonNode detection = Json.mapper().readTree(record.value()).path("detection");
          String key =
              detection.path("rule").path("name").asString()
                  + " "
                  + detection.path("group").path("source.ip").asString();
          Set<String> found = ids.computeIfAbsent(key, absent -> new HashSet<>());
          String id = detection.path("id").asString();
          if (detection.path("withdrawn").asBoolean(false)) {
            found.remove(id);
          } else {
            found.add(id);
          }
        });
    Map<String, Integer> counts = new TreeMap<>();
    ids.forEach((key, found) -> counts.put(key, found.size()));
    counts.values().removeIf(count -> count == 0);
    return counts;
  }
}
