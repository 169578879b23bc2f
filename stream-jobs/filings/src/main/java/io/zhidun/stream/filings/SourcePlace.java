package io.zhidun.stream.filings;

import io.zhidun.events.Json;
import io.zhidun.events.RawRecord;
import io.zhidun.events.Topics;
import io.zhidun.stream.core.Outgoing;
import io.zhidun.stream.core.RecordSerializer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * How far a source of raw records has been read, and what became of those since the last entry of
 * the ledger. What lies behind was read before.
 */
final class SourcePlace {
  final String source;
  private long epoch;
  private long sequence;

  /** Newest time of its records, milliseconds; {@link EventClock#UNKNOWN} before the first. */
  private long newestMillis = EventClock.UNKNOWN;

  private long in;
  private long rejected;
  private long lowest = -1;
  private long missing;

  SourcePlace(String source, long epoch, long sequence) {
    this.source = source;
    this.epoch = epoch;
    this.sequence = sequence;
  }

  /** A place just before this record. */
  static SourcePlace before(RawRecord raw) {
    return new SourcePlace(raw.source(), raw.epoch(), raw.sequence() - 1);
  }

  /** Goes on to the record; false if it was read before. */
  boolean goTo(RawRecord raw) {
    boolean behind = raw.epoch() < epoch || raw.epoch() == epoch && raw.sequence() <= sequence;
    if (behind) {
      return false;
    }
    missing += raw.sequence() - (raw.epoch() == epoch ? sequence + 1 : 0);
    epoch = raw.epoch();
    sequence = raw.sequence();
    in++;
    if (lowest < 0) {
      lowest = sequence;
    }
    return true;
  }

  /** One of its records happened then. */
  void told(long timeMicros) {
    newestMillis = Math.max(newestMillis, Math.floorDiv(timeMicros, 1_000L));
  }

  long newestMillis() {
    return newestMillis;
  }

  void rejected() {
    rejected++;
  }

  /** Sequence numbers that never came, since the last call. */
  long takeMissing() {
    long taken = missing;
    missing = 0;
    return taken;
  }

  boolean isFurtherThan(SourcePlace other) {
    return epoch > other.epoch || epoch == other.epoch && sequence > other.sequence;
  }

  boolean hasNews() {
    return in > 0;
  }

  /** Entry of the ledger with what happened since the last. */
  Outgoing takeLedgerEntry(long nowMillis) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("hop", "stream");
    entry.put("source", source);
    entry.put("minute", nowMillis / 60_000 * 60);
    entry.put("in", in);
    entry.put("out", in - rejected);
    entry.put("rejected", rejected);
    entry.put("epoch", epoch);
    entry.put("lowest", lowest);
    entry.put("highest", sequence);
    in = 0;
    rejected = 0;
    lowest = -1;
    return new Outgoing(
        Topics.LEDGER,
        source.getBytes(StandardCharsets.UTF_8),
        Json.mapper().writeValueAsBytes(entry),
        Outgoing.SCHEMA);
  }

  /** Serializer for operator state; the ledger's counts are not kept. */
  public static final class Serializer extends RecordSerializer<SourcePlace> {
    private static final long serialVersionUID = 1L;

    @Override
    protected int version() {
      return 1;
    }

    @Override
    protected boolean isMutable() {
      return true;
    }

    @Override
    public SourcePlace createInstance() {
      return new SourcePlace("", 0, 0);
    }

    @Override
    protected void write(SourcePlace value, DataOutputView out) throws IOException {
      writeText(value.source, out);
      out.writeLong(value.epoch);
      out.writeLong(value.sequence);
      out.writeLong(value.newestMillis);
    }

    @Override
    protected SourcePlace read(int version, DataInputView in) throws IOException {
      SourcePlace place = new SourcePlace(readText(in), in.readLong(), in.readLong());
      place.newestMillis = in.readLong();
      return place;
    }

    @Override
    public TypeSerializerSnapshot<SourcePlace> snapshotConfiguration() {
      return new Snapshot();
    }

    /** Identity of this serializer in a checkpoint. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<SourcePlace> {
      public Snapshot() {
        super(Serializer::new);
      }
    }
  }
}
