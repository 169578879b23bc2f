package io.zhidun.stream.core;

import io.zhidun.events.RawRecord;
import java.io.IOException;
import java.util.Objects;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * A record that a hop could not read, kept so that it can be looked at and replayed.
 *
 * @param raw the record as it came
 * @param stage the hop that refused it
 * @param reason why
 */
public record Rejected(RawRecord raw, String stage, String reason) {
  public Rejected {
    Objects.requireNonNull(raw, "raw");
    Objects.requireNonNull(stage, "stage");
    Objects.requireNonNull(reason, "reason");
  }

  public static RecordType<Rejected> type() {
    return RecordType.of(Rejected.class, new Serializer());
  }

  /** Serializer, should a task boundary ever stand before the sink. */
  public static final class Serializer extends RecordSerializer<Rejected> {
    private static final long serialVersionUID = 1L;
    private final RawRecordSerializer raws = new RawRecordSerializer();

    @Override
    protected int version() {
      return 1;
    }

    @Override
    public Rejected createInstance() {
      return new Rejected(raws.createInstance(), "", "");
    }

    @Override
    protected void write(Rejected value, DataOutputView out) throws IOException {
      raws.serialize(value.raw, out);
      writeText(value.stage, out);
      writeText(value.reason, out);
    }

    @Override
    protected Rejected read(int version, DataInputView in) throws IOException {
      return new Rejected(raws.deserialize(in), readText(in), readText(in));
    }

    @Override
    public TypeSerializerSnapshot<Rejected> snapshotConfiguration() {
      return new Snapshot();
    }

    /** Identity of this serializer in a checkpoint. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<Rejected> {
      public Snapshot() {
        super(Serializer::new);
      }
    }
  }
}
