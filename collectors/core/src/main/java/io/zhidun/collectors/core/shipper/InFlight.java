package io.zhidun.collectors.core.shipper;

import io.zhidun.collectors.core.Stamp;
import io.zhidun.collectors.core.spool.SpoolRecord;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;

/** A record handed to the producer, until Kafka has answered. */
final class InFlight implements Callback {
  /** Key, headers and framing beside the value, roughly. */
  private static final int OVERHEAD = 200;

  final Lane lane;
  final Link link;
  final long epoch;
  final long sequence;
  final int bytes;

  /** Kept only where the source cannot be read again. */
  final @Nullable SpoolRecord record;

  /** Set when the producer turned the record away at once; it was then never under way. */
  @Nullable Exception refusal;

  InFlight(
      Lane lane, Link link, long epoch, long sequence, int size, @Nullable SpoolRecord record) {
    this.lane = lane;
    this.link = link;
    this.epoch = epoch;
    this.sequence = sequence;
    this.bytes = size + OVERHEAD;
    this.record = record;
  }

  Stamp stamp() {
    return new Stamp(epoch, sequence);
  }

  @Override
  public void onCompletion(@Nullable RecordMetadata metadata, @Nullable Exception exception) {
    lane.completed(this, metadata, exception);
  }
}
