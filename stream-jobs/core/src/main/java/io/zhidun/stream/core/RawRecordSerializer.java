package io.zhidun.stream.core;

import io.zhidun.events.RawRecord;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Raw records between tasks. */
public final class RawRecordSerializer extends RecordSerializer<RawRecord> {
  private static final long serialVersionUID = 1L;
  private static final RawRecord EMPTY = new RawRecord("", "", "", 0, 0, 0, null, "", new byte[0]);

  @Override
  protected int version() {
    return 1;
  }

  @Override
  public RawRecord createInstance() {
    return EMPTY;
  }

  @Override
  protected void write(RawRecord raw, DataOutputView out) throws IOException {
    writeText(raw.dataset(), out);
    writeText(raw.collector(), out);
    writeText(raw.source(), out);
    out.writeLong(raw.epoch());
    out.writeLong(raw.sequence());
    out.writeLong(raw.receivedMicros());
    String peer = raw.peer();
    out.writeBoolean(peer != null);
    if (peer != null) {
      writeText(peer, out);
    }
    writeText(raw.zone(), out);
    writeBytes(raw.value(), out);
  }

  @Override
  protected RawRecord read(int version, DataInputView in) throws IOException {
    return new RawRecord(
        readText(in),
        readText(in),
        readText(in),
        in.readLong(),
        in.readLong(),
        in.readLong(),
        in.readBoolean() ? readText(in) : null,
        readText(in),
        readBytes(in));
  }

  @Override
  public TypeSerializerSnapshot<RawRecord> snapshotConfiguration() {
    return new Snapshot();
  }

  /** Identity of this serializer in a checkpoint. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<RawRecord> {
    public Snapshot() {
      super(RawRecordSerializer::new);
    }
  }
}
