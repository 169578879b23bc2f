package io.zhidun.stream.detect;

import io.zhidun.events.Detection;
import io.zhidun.events.Json;
import io.zhidun.stream.core.RecordSerializer;
import java.io.IOException;
import java.util.Objects;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.jspecify.annotations.Nullable;

/**
 * A detection that was told before a restart, after the checkpoint. It must be made again or be
 * withdrawn: what arrived out of order before may arrive in order now, and then makes others.
 *
 * @param group key of its group
 * @param detection as it was told
 */
record Promise(String group, Detection detection) {
  Promise {
    Objects.requireNonNull(group, "group");
    Objects.requireNonNull(detection, "detection");
  }

  /** Serializer for operator state. */
  public static final class Serializer extends RecordSerializer<Promise> {
    private static final long serialVersionUID = 1L;

    @Override
    protected int version() {
      return 1;
    }

    @Override
    public @Nullable Promise createInstance() {
      return null;
    }

    @Override
    protected void write(Promise promise, DataOutputView out) throws IOException {
      writeText(promise.group, out);
      writeBytes(Json.mapper().writeValueAsBytes(promise.detection), out);
    }

    @Override
    protected Promise read(int version, DataInputView in) throws IOException {
      return new Promise(readText(in), Json.mapper().readValue(readBytes(in), Detection.class));
    }

    @Override
    public TypeSerializerSnapshot<Promise> snapshotConfiguration() {
      return new Snapshot();
    }

    /** Identity of this serializer in a checkpoint. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<Promise> {
      public Snapshot() {
        super(Serializer::new);
      }
    }
  }
}
