package io.zhidun.stream.detect;

import io.zhidun.stream.core.RecordSerializer;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.jspecify.annotations.Nullable;

/** Serializer of groups. Needs no rules: a group is decoded by whoever counts in it. */
public final class GroupStateSerializer extends RecordSerializer<KeptGroup> {
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
  public @Nullable KeptGroup createInstance() {
    return null;
  }

  @Override
  protected void write(KeptGroup group, DataOutputView out) throws IOException {
    writeBytes(group.encode(), out);
  }

  @Override
  protected KeptGroup read(int version, DataInputView in) throws IOException {
    return KeptGroup.stored(readBytes(in));
  }

  @Override
  public TypeSerializerSnapshot<KeptGroup> snapshotConfiguration() {
    return new Snapshot();
  }

  /** Identity of this serializer in a checkpoint. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<KeptGroup> {
    public Snapshot() {
      super(GroupStateSerializer::new);
    }
  }
}
