package io.zhidun.stream.detect;

import io.zhidun.events.Detection;
import io.zhidun.events.Json;
import io.zhidun.stream.core.RecordSerializer;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.jspecify.annotations.Nullable;

/** Detections between tasks, as the JSON of their topic: they are rare. */
public final class DetectionSerializer extends RecordSerializer<Detection> {
  private static final long serialVersionUID = 1L;

  @Override
  protected int version() {
    return 1;
  }

  @Override
  public @Nullable Detection createInstance() {
    return null;
  }

  @Override
  protected void write(Detection value, DataOutputView out) throws IOException {
    writeBytes(Json.mapper().writeValueAsBytes(value), out);
  }

  @Override
  protected Detection read(int version, DataInputView in) throws IOException {
    return Json.mapper().readValue(readBytes(in), Detection.class);
  }

  @Override
  public TypeSerializerSnapshot<Detection> snapshotConfiguration() {
    return new Snapshot();
  }

  /** Identity of this serializer in a checkpoint. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<Detection> {
    public Snapshot() {
      super(DetectionSerializer::new);
    }
  }
}
