package io.zhidun.acceptance;

import io.zhidun.events.Json;
import io.zhidun.events.RecordHeaders;
import io.zhidun.events.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import tools.jackson.databind.JsonNode;

/** Reads whole topics of a running broker. */
final class RawTopic {
  private RawTopic() {}

  /** A record's place in its source and its bytes as text. */
  record Line(long epoch, long sequence, String text) {}

  /** All records of one source, in the order of the topic. */
  static List<Line> ofSource(String kafka, String source) {
    List<Line> lines = new ArrayList<>();
    each(
        kafka,
        Topics.RAW,
        record -> {
          if (header(record, RecordHeaders.SOURCE).equals(source)) {
            lines.add(
                new Line(
                    Long.parseLong(header(record, RecordHeaders.EPOCH)),
                    Long.parseLong(header(record, RecordHeaders.SEQUENCE)),
                    new String(record.value(), StandardCharsets.UTF_8)));
          }
        });
    return lines;
  }

  /** How many records the stream took of sources whose name begins so, by the ledger. */
  static long ledgerOf(String kafka, String prefix) {
    long[] sum = new long[1];
    each(
        kafka,
        Topics.LEDGER,
        record -> {
          JsonNode entry = Json.mapper().readTree(record.value());
          if (entry.path("hop").asString().equals("stream")
              && entry.path("source").asString().startsWith(prefix)) {
            sum[0] += entry.path("in").asLong();
          }
        });
    return sum[0];
  }

  static void each(String kafka, String topic, Consumer<ConsumerRecord<byte[], byte[]>> action) {
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", kafka),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(info -> new TopicPartition(topic, info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
        consumer.poll(Duration.ofMillis(200)).forEach(action);
      }
    }
  }

  static String header(ConsumerRecord<byte[], byte[]> record, String name) {
    Header header = record.headers().lastHeader(name);
    return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
  }
}
