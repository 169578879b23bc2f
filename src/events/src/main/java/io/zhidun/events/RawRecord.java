package io.zhidun.events;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a collector received: the bytes as they came, and where and when. The array is not copied;
 * whoever makes a record gives the array away.
 *
 * @param dataset format name of the bytes
 * @param collector id of the agent
 * @param source id of the source
 * @param epoch incarnation of the source's sequence, at least 0
 * @param sequence position within the epoch, at least 0
 * @param receivedMicros receive time in microseconds since the Unix epoch
 * @param peer sender's address, or null for a local file
 * @param zone IANA zone for timestamps that carry none
 * @param value the bytes, without the frame's terminator
 */
public record RawRecord(
    String dataset,
    String collector,
    String source,
    long epoch,
    long sequence,
    long receivedMicros,
    @Nullable String peer,
    String zone,
    byte[] value) {
  public RawRecord {
    Objects.requireNonNull(dataset, "dataset");
    Objects.requireNonNull(collector, "collector");
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(zone, "zone");
    Objects.requireNonNull(value, "value");
    if (epoch < 0) {
      throw new IllegalArgumentException("epoch must be at least 0, was " + epoch);
    }
    if (sequence < 0) {
      throw new IllegalArgumentException("sequence must be at least 0, was " + sequence);
    }
  }

  /** Id of the event made from this record: unique and the same after every replay. */
  public String eventId() {
    return source + ":" + epoch + ":" + sequence;
  }
}
