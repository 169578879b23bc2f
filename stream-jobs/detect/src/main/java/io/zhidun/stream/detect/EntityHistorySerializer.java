package io.zhidun.stream.detect;

import io.zhidun.rules.entity.EntityHistory;
import io.zhidun.stream.core.RecordSerializer;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.jspecify.annotations.Nullable;

/** Serializer of histories, whose own form has a version too. */
public final class EntityHistorySerializer extends RecordSerializer<EntityHistory> {
  private static final long serialVersionUID = 1L;

  @Override
  protected int version() {
    return 1;
  }

  @Override
  public @Nullable EntityHistory createInstance() {
    return null;
  }

  @Override
  protected void write(EntityHistory history, DataOutputView out) throws IOException {
    writeBytes(history.encode(), out);
  }

  @Override
  protected EntityHistory read(int version, DataInputView in) throws IOException {
    return EntityHistory.decode(readBytes(in));
  }

  @Override
  public TypeSerializerSnapshot<EntityHistory> snapshotConfiguration() {
    return new Snapshot();
  }

  /** Identity of this serializer in a checkpoint. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<EntityHistory> {
    public Snapshot() {
      super(EntityHistorySerializer::new);
    }
  }
}
