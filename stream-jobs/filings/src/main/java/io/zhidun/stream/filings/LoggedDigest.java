package io.zhidun.stream.filings;

import io.zhidun.stream.core.RecordSerializer;
import java.io.IOException;
import java.util.Objects;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * An entry of the log.
 *
 * @param timeMicros when its record happened
 * @param digest what the screen saw
 */
record LoggedDigest(long timeMicros, byte[] digest) {
  LoggedDigest {
    Objects.requireNonNull(digest, "digest");
  }

  /** Serializer for keyed state. */
  public static final class Serializer extends RecordSerializer<LoggedDigest> {
    private static final long serialVersionUID = 1L;

    @Override
    protected int version() {
      return 1;
    }

    @Override
    public LoggedDigest createInstance() {
      return new LoggedDigest(0, new byte[0]);
    }

    @Override
    protected void write(LoggedDigest value, DataOutputView out) throws IOException {
      out.writeLong(value.timeMicros);
      writeBytes(value.digest, out);
    }

    @Override
    protected LoggedDigest read(int version, DataInputView in) throws IOException {
      return new LoggedDigest(in.readLong(), readBytes(in));
    }

    @Override
    public TypeSerializerSnapshot<LoggedDigest> snapshotConfiguration() {
      return new Snapshot();
    }

    /** Identity of this serializer in a checkpoint. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<LoggedDigest> {
      public Snapshot() {
        super(Serializer::new);
      }
    }
  }
}
