package io.zhidun.collectors.core.shipper;

import io.zhidun.collectors.core.RejectReason;
import io.zhidun.collectors.core.Source;
import io.zhidun.collectors.core.SourceCounters;
import io.zhidun.collectors.core.Stamp;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidTimestampException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One source's records on their way through the producer: sent by one thread at a time (the outlet
 * sees to that), answered on the producer's thread. Since a source has one key it has one
 * partition, and the idempotent producer keeps the order there, so what is acknowledged is always a
 * prefix.
 */
final class Lane {
  private static final Logger LOG = LoggerFactory.getLogger(Lane.class);

  /** Leaves room for headers below the producer's request limit. */
  static final int MAX_VALUE = 5 << 20;

  /** So many records are read in a moment, and the state of a quiet source is seldom saved. */
  private static final long IDLE_STEP = 100_000;

  final Source source;
  final SourceCounters counters = new SourceCounters();
  private final String topic;
  private final byte[] key;
  private final RawHeaders headers;
  private final LongSupplier nanoTime;
  private final TopicEnds ends;
  private final AtomicLong underWay = new AtomicLong();
  private @Nullable Thread sender;
  private volatile Link link;
  private volatile Stamp acked;
  private volatile Mark mark;
  private volatile Mark stepped = new Mark(-1, -1);
  private volatile long progress;

  Lane(
      Source source,
      String collector,
      SourceState state,
      Link link,
      TopicEnds ends,
      LongSupplier nanoTime) {
    this.source = source;
    this.topic = source.destination().topic();
    this.key = source.id().getBytes(StandardCharsets.UTF_8);
    this.headers = new RawHeaders(collector, source);
    this.link = link;
    this.ends = ends;
    this.nanoTime = nanoTime;
    this.acked = state.acked();
    this.mark = new Mark(state.partition(), state.offset());
  }

  boolean hasRoom() {
    return link.ready(topic) && link.window.hasRoom();
  }

  /** Sends a record if it can go at once. */
  boolean send(InFlight record, long receivedMicros, @Nullable String peer, byte[] value) {
    Link to = record.link;
    if (!to.ready(topic) || !to.window.acquire(record.bytes)) {
      return false;
    }
    if (underWay.getAndIncrement() == 0) {
      progress = nanoTime.getAsLong();
    }
    if (handOver(record, receivedMicros, peer, value)) {
      return true;
    }
    underWay.decrementAndGet();
    to.window.release(record.bytes);
    return false;
  }

  private boolean handOver(
      InFlight record, long receivedMicros, @Nullable String peer, byte[] value) {
    sender = Thread.currentThread();
    try {
      Future<RecordMetadata> unused =
          record.link.producer.send(
              new ProducerRecord<>(
                  topic,
                  null,
                  receivedMicros / 1000,
                  key,
                  value,
                  Arrays.asList(headers.of(record.epoch, record.sequence, receivedMicros, peer))),
              record);
    } catch (KafkaException | IllegalStateException e) {
      record.link.fail(e);
      return false;
    } finally {
      sender = null;
    }
    return record.refusal == null;
  }

  /** Link that new records take. */
  Link link() {
    return link;
  }

  /** Called by the producer; a refusal comes on the sender's own thread, within the send. */
  void completed(
      InFlight record, @Nullable RecordMetadata metadata, @Nullable Exception exception) {
    if (exception != null && Thread.currentThread() == sender) {
      record.refusal = exception;
      return;
    }
    if (record.link != link || record.link.fault() != null) {
      return;
    }
    if (exception != null && !neverAccepted(exception)) {
      record.link.fail(exception);
      return;
    }
    if (exception != null) {
      LOG.warn("Kafka refuses {} {}: {}", source.id(), record.stamp(), exception.toString());
      counters.drop(RejectReason.REFUSED_BY_KAFKA, 1);
    } else if (metadata != null) {
      counters.shipped();
      mark(metadata);
    }
    settle(record);
  }

  private void mark(RecordMetadata metadata) {
    if (metadata.hasOffset()) {
      mark = new Mark(metadata.partition(), metadata.offset());
      ends.seen(metadata.partition(), metadata.offset());
    }
  }

  private void settle(InFlight record) {
    acked = record.stamp();
    progress = nanoTime.getAsLong();
    record.link.window.release(record.bytes);
    underWay.decrementAndGet();
  }

  /** True if another attempt with the same record can only fail again. */
  private static boolean neverAccepted(Exception exception) {
    return exception instanceof RecordTooLargeException
        || exception instanceof InvalidTimestampException
        || exception instanceof InvalidRecordException;
  }

  /** Everything under way is given up; sending begins anew behind what was acknowledged. */
  void relink(Link next) {
    link = next;
    underWay.set(0);
  }

  /** Another process run had shipped up to here. */
  void acknowledgedBefore(Stamp stamp) {
    if (stamp.compareTo(acked) > 0) {
      acked = stamp;
    }
  }

  Stamp acked() {
    return acked;
  }

  /**
   * A place in the topic that no unacknowledged record of this source lies before. Moves on, in
   * large steps, with what other sources wrote to the partition while this one is idle.
   */
  Mark mark() {
    Mark last = mark;
    long end = ends.of(last.partition());
    long known = Math.max(last.offset(), stepped.offset());
    if (end - known > IDLE_STEP && idle()) {
      stepped = new Mark(last.partition(), end);
    }
    Mark step = stepped;
    return step.offset() > last.offset() ? step : last;
  }

  boolean idle() {
    return underWay.get() == 0;
  }

  /** Nanoseconds since the last answer while something is under way, else 0. */
  long silentNanos() {
    return idle() ? 0 : Math.max(0, nanoTime.getAsLong() - progress);
  }

  /** Where in the topic an acknowledged record lies. */
  record Mark(int partition, long offset) {}
}
