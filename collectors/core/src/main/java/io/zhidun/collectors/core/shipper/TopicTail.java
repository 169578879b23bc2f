package io.zhidun.collectors.core.shipper;

import io.zhidun.collectors.core.Stamp;
import io.zhidun.events.RecordHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.header.Header;

/**
 * Reads the end of the raw topic to learn what an agent had shipped before it died: its own state
 * is a little older than what Kafka acknowledged. Begins at the last acknowledged offset that was
 * saved, or, where none was, shortly before the source's epoch.
 */
final class TopicTail {
  private static final Duration POLL = Duration.ofMillis(500);
  private static final int MAX_SILENT_POLLS = 60;

  /** Clocks of broker and agent may differ. */
  private static final long CLOCK_SLACK_SECONDS = 60;

  private final Consumer<byte[], byte[]> consumer;
  private final String topic;

  TopicTail(Consumer<byte[], byte[]> consumer, String topic) {
    this.consumer = consumer;
    this.topic = topic;
  }

  /** The last stamp found of each source; sources of which nothing is there are left out. */
  Map<String, Stamp> lastShipped(Collection<SourceState> sources) {
    List<TopicPartition> all =
        consumer.partitionsFor(topic).stream()
            .map(info -> new TopicPartition(topic, info.partition()))
            .toList();
    if (all.isEmpty()) {
      throw new TimeoutException("topic " + topic + " does not exist yet");
    }
    Map<TopicPartition, Long> from = new HashMap<>();
    for (SourceState source : sources) {
      begin(source, all).forEach((partition, offset) -> from.merge(partition, offset, Math::min));
    }
    Map<TopicPartition, Long> ends = consumer.endOffsets(from.keySet());
    seek(from, ends);
    return read(sources, ends);
  }

  private Map<TopicPartition, Long> begin(SourceState source, List<TopicPartition> all) {
    TopicPartition known = new TopicPartition(topic, source.partition());
    if (source.offset() >= 0 && all.contains(known)) {
      return Map.of(known, source.offset());
    }
    // Where the producer puts the key; only a source that died within its first second comes here.
    byte[] key = source.source().getBytes(StandardCharsets.UTF_8);
    TopicPartition usual =
        new TopicPartition(topic, BuiltInPartitioner.partitionForKey(key, all.size()));
    long since = Math.max(0, source.epoch() - CLOCK_SLACK_SECONDS) * 1000;
    OffsetAndTimestamp begin = consumer.offsetsForTimes(Map.of(usual, since)).get(usual);
    return begin == null ? Map.of() : Map.of(usual, begin.offset());
  }

  private void seek(Map<TopicPartition, Long> from, Map<TopicPartition, Long> ends) {
    consumer.assign(from.keySet());
    Map<TopicPartition, Long> oldest = consumer.beginningOffsets(from.keySet());
    from.forEach(
        (partition, offset) -> {
          long first = oldest.getOrDefault(partition, 0L);
          boolean recreated = offset > ends.getOrDefault(partition, 0L);
          consumer.seek(partition, recreated ? first : Math.max(offset, first));
        });
  }

  private Map<String, Stamp> read(Collection<SourceState> sources, Map<TopicPartition, Long> ends) {
    Map<String, Stamp> found = new HashMap<>();
    Map<String, String> wanted = new HashMap<>();
    sources.forEach(source -> wanted.put(source.source(), source.source()));
    int silent = 0;
    while (!atEnd(ends)) {
      int count = 0;
      for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
        count++;
        note(record, wanted, found);
      }
      silent = count == 0 ? silent + 1 : 0;
      if (silent > MAX_SILENT_POLLS) {
        throw new TimeoutException("the end of topic " + topic + " cannot be read");
      }
    }
    return found;
  }

  private boolean atEnd(Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream()
        .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
  }

  private static void note(
      ConsumerRecord<byte[], byte[]> record, Map<String, String> wanted, Map<String, Stamp> found) {
    if (record.key() == null) {
      return;
    }
    String source = wanted.get(new String(record.key(), StandardCharsets.UTF_8));
    long epoch = number(record, RecordHeaders.EPOCH);
    long sequence = number(record, RecordHeaders.SEQUENCE);
    if (source == null || epoch < 0 || sequence < 0) {
      return;
    }
    found.merge(source, new Stamp(epoch, sequence), (a, b) -> a.compareTo(b) >= 0 ? a : b);
  }

  /** A header's number, or -1 if there is none. */
  private static long number(ConsumerRecord<byte[], byte[]> record, String name) {
    Header header = record.headers().lastHeader(name);
    if (header == null || header.value() == null) {
      return -1;
    }
    try {
      return Long.parseLong(new String(header.value(), StandardCharsets.US_ASCII));
    } catch (NumberFormatException e) {
      return -1; // somebody else's record
    }
  }
}
