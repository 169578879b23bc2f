package io.zhidun.benchmarks;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * What a topic holds of a {@link NumberedLoad}: which lines, and when each was written there by the
 * stream's own clock.
 */
final class Flow {
  private static final byte[] MARK = NumberedLoad.MARK.getBytes(StandardCharsets.US_ASCII);

  private final BitSet seen = new BitSet();
  private final List<Long> times = new ArrayList<>();
  private long doubled;

  static Flow read(String kafka, String topic) {
    return read(kafka, topic, value -> true);
  }

  /** Only the records whose value is wanted. */
  static Flow read(String kafka, String topic, Predicate<byte[]> wanted) {
    Flow flow = new Flow();
    Map<String, Object> settings =
        Map.of("bootstrap.servers", kafka, "auto.offset.reset", "earliest");
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map((PartitionInfo info) -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(200))) {
          if (wanted.test(record.value())) {
            flow.add(record.value(), record.timestamp());
          }
        }
      }
    }
    flow.times.sort(null);
    return flow;
  }

  private void add(byte[] value, long timestamp) {
    times.add(timestamp);
    int line = line(value);
    if (line < 0) {
      throw new IllegalStateException(
          "a record without a line's number: " + new String(value, StandardCharsets.UTF_8));
    }
    doubled += seen.get(line) ? 1 : 0;
    seen.set(line);
  }

  /** Number of the line that a record is about, or -1. */
  static int line(byte[] value) {
    for (int i = 0; i + MARK.length < value.length; i++) {
      if (value[i] == MARK[0] && startsAt(value, i)) {
        int number = 0;
        int at = i + MARK.length;
        for (; at < value.length && value[at] >= '0' && value[at] <= '9'; at++) {
          number = number * 10 + value[at] - '0';
        }
        return number;
      }
    }
    return -1;
  }

  private static boolean startsAt(byte[] value, int at) {
    for (int i = 0; i < MARK.length; i++) {
      if (value[at + i] != MARK[i]) {
        return false;
      }
    }
    return true;
  }

  long doubled() {
    return doubled;
  }

  /** Lines of so many written that are not here. */
  long lost(long written) {
    return written - seen.cardinality();
  }

  /** The longest time within a span in which nothing was written, in milliseconds. */
  long longestPause(long fromMillis, long toMillis) {
    long longest = 0;
    long last = fromMillis;
    for (long time : times) {
      if (time >= fromMillis && time <= toMillis) {
        longest = Math.max(longest, time - last);
        last = time;
      }
    }
    return Math.max(longest, toMillis - last);
  }
}
