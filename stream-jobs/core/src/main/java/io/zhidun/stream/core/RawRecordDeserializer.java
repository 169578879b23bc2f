package io.zhidun.stream.core;

import io.zhidun.events.RawRecord;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/**
 * Makes raw records while Kafka decodes them, when their headers have just been written to the
 * processor's cache and before they can become garbage that has to be copied.
 *
 * <p>What only the place in the topic can tell is filled in by {@link #complete}: a record without
 * the headers of a collector (somebody else's, or a tool's) is taken as source {@code
 * topic-partition}, epoch 0, sequence = offset, so that it is neither lost nor doubled. Belongs to
 * one thread.
 */
final class RawRecordDeserializer implements Deserializer<RawRecord> {
  /** Bound on the shapes kept; an agent has one a source. */
  private static final int MAX_SHAPES = 1024;

  private final Map<String, HeaderShape> shapes = new HashMap<>();
  private @Nullable HeaderShape last;

  @Override
  public RawRecord deserialize(String topic, byte @Nullable [] data) {
    throw new IllegalStateException("a raw record cannot be read without its headers");
  }

  @Override
  public RawRecord deserialize(String topic, Headers headers, ByteBuffer data) {
    byte[] value = new byte[data.remaining()];
    data.get(data.position(), value);
    return deserialize(topic, headers, value);
  }

  @Override
  public RawRecord deserialize(String topic, Headers headers, byte @Nullable [] data) {
    HeaderShape shape = last;
    if (shape == null || !shape.fits(headers)) {
      last = shape = known(headers);
      shape.fits(headers);
    }
    return shape.rawRecord(data == null ? new byte[0] : data);
  }

  /** The shape as it was met before, if it was: sources take turns. */
  private HeaderShape known(Headers headers) {
    HeaderShape fresh = HeaderShape.of(headers);
    HeaderShape found = shapes.get(fresh.source());
    if (found != null && found.fits(headers) && found.sameAs(fresh)) {
      return found;
    }
    if (shapes.size() < MAX_SHAPES) {
      shapes.put(fresh.source(), fresh);
    }
    return fresh;
  }

  /** The record's value, with what its headers did not say taken from its place in the topic. */
  RawRecord complete(ConsumerRecord<?, RawRecord> record) {
    RawRecord raw = record.value();
    if (raw == null) {
      raw = deserialize(record.topic(), record.headers(), new byte[0]);
    }
    boolean foreign = raw.source().isEmpty();
    boolean unplaced = raw.sequence() == HeaderShape.UNSAID;
    boolean undated = raw.receivedMicros() == HeaderShape.UNSAID;
    if (!foreign && !unplaced && !undated) {
      return raw;
    }
    return new RawRecord(
        raw.dataset(),
        raw.collector(),
        foreign ? record.topic() + "-" + record.partition() : raw.source(),
        foreign ? 0 : raw.epoch(),
        foreign || unplaced ? record.offset() : raw.sequence(),
        undated ? record.timestamp() * 1000 : raw.receivedMicros(),
        raw.peer(),
        raw.zone(),
        raw.value());
  }
}
