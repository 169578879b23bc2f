package io.zhidun.benchmarks;

import io.zhidun.events.Json;
import io.zhidun.events.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import tools.jackson.databind.JsonNode;

/**
 * Reads the detections topic and counts, by rule and day, what stands: a withdrawn one does not.
 */
final class DetectionTally {
  /** A rule's detections of one day. */
  record Day(String rule, String date) {}

  private final Map<Day, Map<String, Set<String>>> idsByGroup = new HashMap<>();

  static DetectionTally read(String kafka) {
    DetectionTally tally = new DetectionTally();
    Map<String, Object> settings =
        Map.of("bootstrap.servers", kafka, "auto.offset.reset", "earliest");
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(Topics.DETECTIONS).stream()
              .map((PartitionInfo info) -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(200))) {
          tally.add(Json.mapper().readTree(record.value()).path("detection"));
        }
      }
    }
    return tally;
  }

  private void add(JsonNode detection) {
    String date = Instant.parse(detection.path("time").asString()).toString().substring(0, 10);
    Day day = new Day(detection.path("rule").path("name").asString(), date);
    Set<String> ids =
        idsByGroup
            .computeIfAbsent(day, absent -> new HashMap<>())
            .computeIfAbsent(detection.path("group").toString(), absent -> new HashSet<>());
    String id = detection.path("id").asString();
    if (detection.path("withdrawn").asBoolean(false)) {
      ids.remove(id);
    } else {
      ids.add(id);
    }
  }

  int groups(String rule, String date) {
    return (int) of(rule, date).values().stream().filter(ids -> !ids.isEmpty()).count();
  }

  int detections(String rule, String date) {
    return of(rule, date).values().stream().mapToInt(Set::size).sum();
  }

  private Map<String, Set<String>> of(String rule, String date) {
    return idsByGroup.getOrDefault(new Day(rule, date), Map.of());
  }
}
