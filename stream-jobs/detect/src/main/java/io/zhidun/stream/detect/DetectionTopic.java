package io.zhidun.stream.detect;

import io.zhidun.events.Detection;
import io.zhidun.events.Json;
import io.zhidun.events.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/** Reads from the topic of detections what was told behind a checkpoint. */
final class DetectionTopic implements Told.Source {
  private static final long serialVersionUID = 1L;

  private static final Logger LOG = LoggerFactory.getLogger(DetectionTopic.class);

  /** What the topic holds, as far as it matters here. */
  private record JudgedDetection(Detection detection) {}

  private static final Duration POLL = Duration.ofMillis(500);

  private final String kafka;

  /**
   * @param kafka bootstrap servers
   */
  DetectionTopic(String kafka) {
    this.kafka = kafka;
  }

  @Override
  public Told behind(Telling gone, Instant since) {
    Map<String, Detection> told = new LinkedHashMap<>();
    try (Consumer<byte[], byte[]> consumer = consumer()) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(Topics.DETECTIONS).stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      consumer.assign(partitions);
      seek(consumer, partitions, since);
      while (partitions.stream()
          .anyMatch(each -> consumer.position(each) < ends.getOrDefault(each, 0L))) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
          take(record, gone, told);
        }
      }
    }
    return new Told(told.values());
  }

  private static void seek(
      Consumer<byte[], byte[]> consumer, List<TopicPartition> partitions, Instant since) {
    Map<TopicPartition, Long> times = new LinkedHashMap<>();
    partitions.forEach(each -> times.put(each, since.toEpochMilli()));
    Map<TopicPartition, OffsetAndTimestamp> found = consumer.offsetsForTimes(times);
    for (TopicPartition each : partitions) {
      OffsetAndTimestamp at = found.get(each);
      if (at == null) {
        consumer.seekToEnd(List.of(each));
      } else {
        consumer.seek(each, at.offset());
      }
    }
  }

  private static void take(
      ConsumerRecord<byte[], byte[]> record, Telling gone, Map<String, Detection> told) {
    Telling telling = Telling.of(record.headers().lastHeader(Telling.HEADER));
    if (telling == null || !telling.isBehind(gone) || record.value() == null) {
      return;
    }
    try {
      Detection detection =
          Json.mapper().readValue(record.value(), JudgedDetection.class).detection();
      told.put(detection.id(), detection);
    } catch (JacksonException e) {
      LOG.error("detection at {} cannot be read: {}", record.offset(), e.getMessage());
    }
  }

  private Consumer<byte[], byte[]> consumer() {
    Map<String, Object> settings =
        Map.of(
            "bootstrap.servers",
            kafka,
            "client.id",
            "told-before",
            "enable.auto.commit",
            false,
            "allow.auto.create.topics",
            false);
    return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }
}
