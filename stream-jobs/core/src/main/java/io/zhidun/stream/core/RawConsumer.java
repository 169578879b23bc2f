package io.zhidun.stream.core;

import io.zhidun.events.RawRecord;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;

/**
 * A Kafka consumer that is asked by the stream's own thread while records keep coming, so that they
 * are decoded into the cache of the processor that works on them, and that another thread waits on
 * when none are there. Exactly one of the two has the consumer at any time: the waiting thread from
 * the moment it is told to wait until its future is complete, else the owner.
 *
 * <p>Belongs to one thread, the owner.
 */
final class RawConsumer implements AutoCloseable {
  /** How long one wait is at most, and so how late a commit while nothing comes. */
  private static final Duration WAIT = Duration.ofMillis(500);

  private static final long CLOSE_SECONDS = 10;

  private final RawRecordDeserializer deserializer;
  private final Consumer<Void, RawRecord> consumer;
  private final ExecutorService waiter;

  /** Complete once there is a partition to read. */
  private final CompletableFuture<Void> assigned = new CompletableFuture<>();

  private @Nullable CompletableFuture<ConsumerRecords<Void, RawRecord>> waiting;

  /** Complete when the wait has ended, however it ended. */
  private CompletableFuture<Void> arrival = assigned;

  /** Records that came while the consumer was taken back for something else. */
  private ConsumerRecords<Void, RawRecord> kept = ConsumerRecords.empty();

  private @Nullable Map<TopicPartition, OffsetAndMetadata> due;

  /**
   * @param name of the waiting thread
   * @param deserializer the consumer's own
   */
  RawConsumer(String name, Consumer<Void, RawRecord> consumer, RawRecordDeserializer deserializer) {
    this.consumer = consumer;
    this.deserializer = deserializer;
    this.waiter =
        Executors.newSingleThreadExecutor(
            task -> {
              Thread thread = new Thread(task, name);
              thread.setDaemon(true);
              return thread;
            });
  }

  static RawConsumer of(Properties properties) {
    RawRecordDeserializer deserializer = new RawRecordDeserializer();
    return new RawConsumer(
        "wait-" + properties.getProperty("client.id"),
        new KafkaConsumer<>(properties, new NoKeyDeserializer(), deserializer),
        deserializer);
  }

  /** Reads these partitions too, each from where it starts. */
  void add(Collection<KafkaPartitionSplit> splits) {
    takeBack();
    Set<TopicPartition> partitions = new HashSet<>(consumer.assignment());
    splits.forEach(split -> partitions.add(split.getTopicPartition()));
    consumer.assign(partitions);
    splits.forEach(this::seek);
    assigned.complete(null);
  }

  private void seek(KafkaPartitionSplit split) {
    long start = split.getStartingOffset();
    if (start == KafkaPartitionSplit.EARLIEST_OFFSET) {
      consumer.seekToBeginning(Set.of(split.getTopicPartition()));
    } else if (start >= 0) {
      consumer.seek(split.getTopicPartition(), start);
    } else {
      throw new IllegalArgumentException(
          split.getTopicPartition() + " must start at the earliest or at an offset, not " + start);
    }
  }

  private void takeBack() {
    CompletableFuture<ConsumerRecords<Void, RawRecord>> running = waiting;
    if (running == null) {
      return;
    }
    consumer.wakeup();
    ConsumerRecords<Void, RawRecord> came = running.join();
    waiting = null;
    if (!came.isEmpty()) {
      kept = came;
    }
  }

  /** Offsets to commit as soon as the consumer is here; only the newest matter. */
  void commit(Map<TopicPartition, OffsetAndMetadata> offsets) {
    due = offsets;
  }

  /**
   * The records that are there; none if there are none, and then {@link #arrival} tells when to ask
   * again.
   */
  ConsumerRecords<Void, RawRecord> poll() {
    CompletableFuture<ConsumerRecords<Void, RawRecord>> running = waiting;
    if (!assigned.isDone() || running != null && !running.isDone()) {
      return ConsumerRecords.empty();
    }
    commitDue();
    ConsumerRecords<Void, RawRecord> there = running == null ? takeKept() : running.join();
    waiting = null;
    if (there.isEmpty()) {
      there = pollFor(Duration.ZERO);
    }
    if (there.isEmpty()) {
      await();
    }
    return there;
  }

  private void commitDue() {
    Map<TopicPartition, OffsetAndMetadata> offsets = due;
    if (offsets != null) {
      due = null;
      // For people who watch the lag; a commit that fails is followed by the next.
      consumer.commitAsync(offsets, (committed, failure) -> {});
    }
  }

  private ConsumerRecords<Void, RawRecord> takeKept() {
    ConsumerRecords<Void, RawRecord> taken = kept;
    kept = ConsumerRecords.empty();
    return taken;
  }

  private void await() {
    CompletableFuture<ConsumerRecords<Void, RawRecord>> started =
        CompletableFuture.supplyAsync(() -> pollFor(WAIT), waiter);
    waiting = started;
    // A wait that failed has to be asked as well: that is how the task learns of it.
    arrival = started.thenRun(() -> {}).exceptionally(failure -> null);
  }

  private ConsumerRecords<Void, RawRecord> pollFor(Duration patience) {
    try {
      return consumer.poll(patience);
    } catch (WakeupException takenBack) {
      return ConsumerRecords.empty();
    }
  }

  /** Complete as soon as {@link #poll} should be called again. */
  CompletableFuture<Void> arrival() {
    return arrival;
  }

  /** The record's value, as far as headers and place tell. */
  RawRecord read(ConsumerRecord<Void, RawRecord> record) {
    return deserializer.complete(record);
  }

  @Override
  public void close() throws InterruptedException {
    consumer.wakeup();
    waiter.shutdown();
    if (!waiter.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
      throw new IllegalStateException("the waiting thread did not end");
    }
    consumer.close();
  }
}
