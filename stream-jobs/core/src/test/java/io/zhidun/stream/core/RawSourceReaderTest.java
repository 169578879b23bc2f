package io.zhidun.stream.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhidun.events.RawRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceOutput;
import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplit;
import org.apache.flink.core.io.InputStatus;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Runs against Kafka's own in-memory consumer. */
@Timeout(30)
class RawSourceReaderTest {
  private static final TopicPartition FIRST = new TopicPartition("raw", 0);
  private static final TopicPartition SECOND = new TopicPartition("raw", 1);

  private final MockConsumer<Void, RawRecord> kafka = new MockConsumer<>("earliest");
  private final RawSourceReader reader =
      new RawSourceReader(new RawConsumer("wait-test", kafka, new RawRecordDeserializer()));
  private final Collected output = new Collected();

  RawSourceReaderTest() {
    kafka.updateBeginningOffsets(Map.of(FIRST, 0L, SECOND, 0L));
  }

  @AfterEach
  void close() throws InterruptedException {
    reader.close();
  }

  @Test
  void waitsUntilThereIsAPartition() {
    assertThat(reader.pollNext(output)).isEqualTo(InputStatus.NOTHING_AVAILABLE);
    assertThat(reader.isAvailable()).isNotDone();

    reader.addSplits(List.of(earliest(FIRST)));

    assertThat(reader.isAvailable()).isDone();
  }

  @Test
  void handsOnRecordsInOrderAndGoesOnBehindThem() throws Exception {
    reader.addSplits(List.of(earliest(FIRST)));
    arrive(FIRST, 0, 500);

    readUntil(500);

    assertThat(output.sequences()).isSorted().hasSize(500);
    assertThat(reader.snapshotState(1)).containsExactly(new KafkaPartitionSplit(FIRST, 500));
  }

  @Test
  void snapshotBetweenTwoPiecesOfOneFetchLosesAndRepeatsNothing() throws Exception {
    reader.addSplits(List.of(earliest(FIRST)));
    arrive(FIRST, 0, 300);
    readUntil(1);
    int read = output.records.size();

    assertThat(read).isBetween(1, 299);
    assertThat(reader.snapshotState(1)).containsExactly(new KafkaPartitionSplit(FIRST, read));
  }

  @Test
  void startsWhereACheckpointStood() throws Exception {
    reader.addSplits(List.of(new KafkaPartitionSplit(FIRST, 7)));
    arrive(FIRST, 0, 10);

    readUntil(3);

    assertThat(output.sequences()).containsExactly(7L, 8L, 9L);
  }

  @Test
  void commitsWhatACompleteCheckpointCovered() throws Exception {
    reader.addSplits(List.of(earliest(FIRST)));
    arrive(FIRST, 0, 10);
    readUntil(10);
    reader.snapshotState(1);
    arrive(FIRST, 10, 5);
    readUntil(15);
    reader.notifyCheckpointComplete(1);

    readUntilIdle();

    assertThat(kafka.committed(Set.of(FIRST))).containsEntry(FIRST, new OffsetAndMetadata(10));
  }

  @Test
  void commitsAlsoWhereEveryWaitEndsWithRecords() throws Exception {
    reader.addSplits(List.of(new KafkaPartitionSplit(FIRST, 7)));
    kafka.schedulePollTask(() -> {});
    arrive(FIRST, 7, 1);
    assertThat(reader.pollNext(output)).isEqualTo(InputStatus.NOTHING_AVAILABLE);
    reader.isAvailable().get(10, TimeUnit.SECONDS);
    reader.snapshotState(1);
    reader.notifyCheckpointComplete(1);

    readUntil(1);

    assertThat(kafka.committed(Set.of(FIRST))).containsEntry(FIRST, new OffsetAndMetadata(7));
  }

  @Test
  void keepsWhatCameWhileAPartitionWasAdded() throws Exception {
    reader.addSplits(List.of(earliest(FIRST)));
    assertThat(reader.pollNext(output)).isEqualTo(InputStatus.NOTHING_AVAILABLE);
    arrive(FIRST, 0, 3);
    reader.addSplits(List.of(earliest(SECOND)));
    arrive(SECOND, 0, 2);

    readUntil(5);

    assertThat(reader.snapshotState(1))
        .containsExactly(new KafkaPartitionSplit(FIRST, 3), new KafkaPartitionSplit(SECOND, 2));
  }

  @Test
  void failureWhileWaitingReachesTheTask() throws Exception {
    reader.addSplits(List.of(earliest(FIRST)));
    kafka.schedulePollTask(() -> {});
    kafka.schedulePollTask(() -> kafka.setPollException(new KafkaException("not allowed")));

    assertThatThrownBy(this::readUntilIdle).hasMessageContaining("not allowed");
  }

  private void readUntilIdle() throws Exception {
    for (int waits = 0; waits < 20; waits++) {
      reader.isAvailable().get(10, TimeUnit.SECONDS);
      reader.pollNext(output);
    }
  }

  private void readUntil(int count) throws Exception {
    while (output.records.size() < count) {
      reader.isAvailable().get(10, TimeUnit.SECONDS);
      reader.pollNext(output);
    }
  }

  private void arrive(TopicPartition partition, long from, int count) {
    kafka.schedulePollTask(
        () -> {
          for (long offset = from; offset < from + count; offset++) {
            kafka.addRecord(
                new ConsumerRecord<>(
                    partition.topic(), partition.partition(), offset, null, raw(offset)));
          }
        });
  }

  private static RawRecord raw(long sequence) {
    return new RawRecord("syslog", "c", "auth", 1, sequence, 1, null, "UTC", new byte[] {'x'});
  }

  private static KafkaPartitionSplit earliest(TopicPartition partition) {
    return new KafkaPartitionSplit(partition, KafkaPartitionSplit.EARLIEST_OFFSET);
  }

  /** Takes what is emitted. */
  private static final class Collected implements ReaderOutput<RawRecord> {
    final List<RawRecord> records = new ArrayList<>();

    List<Long> sequences() {
      return records.stream().map(RawRecord::sequence).toList();
    }

    @Override
    public void collect(RawRecord record) {
      records.add(record);
    }

    @Override
    public void collect(RawRecord record, long timestamp) {
      records.add(record);
    }

    @Override
    public void emitWatermark(Watermark watermark) {
      throw new IllegalStateException("the reader knows no event time");
    }

    @Override
    public void markIdle() {
      throw new IllegalStateException("the reader knows no event time");
    }

    @Override
    public void markActive() {
      throw new IllegalStateException("the reader knows no event time");
    }

    @Override
    public SourceOutput<RawRecord> createOutputForSplit(String splitId) {
      return this;
    }

    @Override
    public void releaseOutputForSplit(String splitId) {
      // Nothing is held for one.
    }
  }
}
