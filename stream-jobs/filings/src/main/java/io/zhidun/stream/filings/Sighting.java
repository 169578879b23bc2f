package io.zhidun.stream.filings;

import io.zhidun.rules.filings.record.FilingRecord;
import io.zhidun.stream.core.RecordSerializer;
import io.zhidun.stream.core.RecordType;
import java.io.IOException;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * A record on its way to the screen. Its order is that of time, then id, then digest, so that it
 * does not depend on what came first even where a sender gives two records one name and time.
 *
 * @param timeMicros when it happened, microseconds since the Unix epoch
 * @param id of the record
 * @param receivedMicros when the collector received it
 * @param digest what the screen sees
 */
record Sighting(long timeMicros, String id, long receivedMicros, byte[] digest)
    implements Comparable<Sighting> {
  Sighting {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(digest, "digest");
  }

  static long micros(FilingRecord record) {
    return TimeUnit.SECONDS.toMicros(record.time().getEpochSecond())
        + record.time().getNano() / 1_000;
  }

  @Override
  public int compareTo(Sighting other) {
    int byTime = Long.compare(timeMicros, other.timeMicros);
    if (byTime != 0) {
      return byTime;
    }
    int byId = id.compareTo(other.id);
    return byId != 0 ? byId : Arrays.compareUnsigned(digest, other.digest);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Sighting that && compareTo(that) == 0;
  }

  @Override
  public int hashCode() {
    return 31 * Long.hashCode(timeMicros) + id.hashCode();
  }

  static RecordType<Sighting> type() {
    return RecordType.of(Sighting.class, new Serializer());
  }

  /** Serializer between tasks and in state. */
  public static final class Serializer extends RecordSerializer<Sighting> {
    private static final long serialVersionUID = 1L;

    @Override
    protected int version() {
      return 1;
    }

    @Override
    public Sighting createInstance() {
      return new Sighting(0, "", 0, new byte[0]);
    }

    @Override
    protected void write(Sighting value, DataOutputView out) throws IOException {
      out.writeLong(value.timeMicros);
      writeText(value.id, out);
      out.writeLong(value.receivedMicros);
      writeBytes(value.digest, out);
    }

    @Override
    protected Sighting read(int version, DataInputView in) throws IOException {
      return new Sighting(in.readLong(), readText(in), in.readLong(), readBytes(in));
    }

    @Override
    public TypeSerializerSnapshot<Sighting> snapshotConfiguration() {
      return new Snapshot();
    }

    /** Identity of this serializer in a checkpoint. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<Sighting> {
      public Snapshot() {
        super(Serializer::new);
      }
    }
  }
}
