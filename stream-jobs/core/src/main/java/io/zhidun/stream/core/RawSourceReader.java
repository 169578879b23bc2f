package io.zhidun.stream.core;

import io.zhidun.events.RawRecord;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplit;
import org.apache.flink.core.io.InputStatus;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** Hands on what the consumer has, and keeps the offsets that a checkpoint needs. */
final class RawSourceReader implements SourceReader<RawRecord, KafkaPartitionSplit> {
  /** Records handed on at once: about a millisecond's work, so that nothing else waits long. */
  private static final int CHUNK = 200;

  private final RawConsumer consumer;

  /** By partition: where to go on; may be the connector's mark for the earliest. */
  private final Map<TopicPartition, Long> positions = new LinkedHashMap<>();

  /** By checkpoint: the offsets to commit once it is complete. */
  private final TreeMap<Long, Map<TopicPartition, OffsetAndMetadata>> pending = new TreeMap<>();

  private final ArrayDeque<List<ConsumerRecord<Void, RawRecord>>> fetched = new ArrayDeque<>();
  private int next;

  RawSourceReader(RawConsumer consumer) {
    this.consumer = consumer;
  }

  @Override
  public void start() {
    // Partitions come from the enumerator unasked.
  }

  @Override
  public InputStatus pollNext(ReaderOutput<RawRecord> output) {
    if (fetched.isEmpty() && !fetch()) {
      return InputStatus.NOTHING_AVAILABLE;
    }
    List<ConsumerRecord<Void, RawRecord>> records = fetched.element();
    int end = Math.min(records.size(), next + CHUNK);
    while (next < end) {
      output.collect(consumer.read(records.get(next++)));
    }
    ConsumerRecord<Void, RawRecord> last = records.get(end - 1);
    positions.put(new TopicPartition(last.topic(), last.partition()), last.offset() + 1);
    if (end == records.size()) {
      fetched.remove();
      next = 0;
    }
    return InputStatus.MORE_AVAILABLE;
  }

  private boolean fetch() {
    ConsumerRecords<Void, RawRecord> records = consumer.poll();
    for (TopicPartition partition : records.partitions()) {
      fetched.add(records.records(partition));
    }
    return !fetched.isEmpty();
  }

  @Override
  public CompletableFuture<Void> isAvailable() {
    return fetched.isEmpty() ? consumer.arrival() : CompletableFuture.completedFuture(null);
  }

  @Override
  public List<KafkaPartitionSplit> snapshotState(long checkpointId) {
    List<KafkaPartitionSplit> splits = new ArrayList<>();
    Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
    positions.forEach(
        (partition, position) -> {
          splits.add(new KafkaPartitionSplit(partition, position));
          if (position >= 0) {
            offsets.put(partition, new OffsetAndMetadata(position));
          }
        });
    pending.put(checkpointId, offsets);
    return splits;
  }

  @Override
  public void notifyCheckpointComplete(long checkpointId) {
    Map<TopicPartition, OffsetAndMetadata> offsets = pending.get(checkpointId);
    if (offsets != null && !offsets.isEmpty()) {
      consumer.commit(offsets);
    }
    pending.headMap(checkpointId, true).clear();
  }

  @Override
  public void addSplits(List<KafkaPartitionSplit> splits) {
    splits.forEach(split -> positions.put(split.getTopicPartition(), split.getStartingOffset()));
    consumer.add(splits);
  }

  @Override
  public void notifyNoMoreSplits() {
    // A topic has no end.
  }

  @Override
  public void close() throws InterruptedException {
    consumer.close();
  }
}
