package io.zhidun.stream.detect;

import io.zhidun.events.CanaryEvent;
import io.zhidun.stream.core.RecordSerializer;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * How far a source has been read: what lies behind is a duplicate, what lies further ahead than one
 * is a gap.
 */
final class SourceProgress {
  final String source;
  long epoch;
  long sequence;

  /** Whether it is the source of canaries, which count nowhere. */
  final boolean canary;

  /** Newest event time seen, microseconds. */
  long newestMicros = Long.MIN_VALUE;

  /** Processing time of the last record, milliseconds; not kept in state. */
  long lastSeenMillis;

  /** Since the last ledger entry; not kept in state. */
  long in;

  long rejected;
  long lowest = -1;

  SourceProgress(String source, long epoch, long sequence) {
    this.source = source;
    this.canary = source.equals(CanaryEvent.SOURCE);
    this.epoch = epoch;
    this.sequence = sequence;
  }

  /** Serializer for operator state. */
  public static final class Serializer extends RecordSerializer<SourceProgress> {
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
    public SourceProgress createInstance() {
      return new SourceProgress("", 0, 0);
    }

    @Override
    protected void write(SourceProgress value, DataOutputView out) throws IOException {
      writeText(value.source, out);
      out.writeLong(value.epoch);
      out.writeLong(value.sequence);
      out.writeLong(value.newestMicros);
    }

    @Override
    protected SourceProgress read(int version, DataInputView in) throws IOException {
      SourceProgress progress = new SourceProgress(readText(in), in.readLong(), in.readLong());
      progress.newestMicros = in.readLong();
      return progress;
    }

    @Override
    public TypeSerializerSnapshot<SourceProgress> snapshotConfiguration() {
      return new Snapshot();
    }

    /** Identity of this serializer in a checkpoint. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<SourceProgress> {
      public Snapshot() {
        super(Serializer::new);
      }
    }
  }
}
