package io.zhidun.stream.core;

import java.io.IOException;
import java.util.Objects;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * A record on its way to a Kafka topic, encoded already.
 *
 * @param dataset format name, for the header of that name; empty where the topic has none
 * @param key key bytes
 * @param value value bytes
 */
public record Outgoing(String dataset, byte[] key, byte[] value) {
  public Outgoing {
    Objects.requireNonNull(dataset, "dataset");
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(value, "value");
  }

  public static RecordType<Outgoing> type() {
    return RecordType.of(Outgoing.class, new Serializer());
  }

  /** Serializer, should a task boundary ever stand before a sink. */
  public static final class Serializer extends RecordSerializer<Outgoing> {
    private static final long serialVersionUID = 1L;

    @Override
    protected int version() {
      return 1;
    }

    @Override
    public Outgoing createInstance() {
      return new Outgoing("", new byte[0], new byte[0]);
    }

    @Override
    protected void write(Outgoing value, DataOutputView out) throws IOException {
      writeText(value.dataset, out);
      writeBytes(value.key, out);
      writeBytes(value.value, out);
    }

    @Override
    protected Outgoing read(int version, DataInputView in) throws IOException {
      return new Outgoing(readText(in), readBytes(in), readBytes(in));
    }

    @Override
    public TypeSerializerSnapshot<Outgoing> snapshotConfiguration() {
      return new Snapshot();
    }

    /** Identity of this serializer in a checkpoint. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<Outgoing> {
      public Snapshot() {
        super(Serializer::new);
      }
    }
  }
}
