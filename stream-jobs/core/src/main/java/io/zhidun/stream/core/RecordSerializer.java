package io.zhidun.stream.core;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.flink.api.common.typeutils.base.TypeSerializerSingleton;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.core.memory.DataOutputView;

/**
 * Serializer of an immutable or self-copying record. What it writes begins with a version, so that
 * a newer program reads the state of an older one.
 */
public abstract class RecordSerializer<T> extends TypeSerializerSingleton<T> {
  private static final long serialVersionUID = 1L;

  /** Longest text or byte array read back; larger ones mean that the bytes are not ours. */
  private static final int MAX_LENGTH = 64 << 20;

  protected abstract void write(T value, DataOutputView out) throws IOException;

  protected abstract T read(int version, DataInputView in) throws IOException;

  /** Version that {@link #write} writes now. */
  protected abstract int version();

  /** Whether values may change, so that copies must be real. */
  protected boolean isMutable() {
    return false;
  }

  @Override
  public final void serialize(T value, DataOutputView out) throws IOException {
    out.writeByte(version());
    write(value, out);
  }

  @Override
  public final T deserialize(DataInputView in) throws IOException {
    int version = in.readUnsignedByte();
    if (version < 1 || version > version()) {
      throw new IOException(
          getClass().getSimpleName() + " reads versions 1 to " + version() + ", got " + version);
    }
    return read(version, in);
  }

  @Override
  public final T deserialize(T reuse, DataInputView in) throws IOException {
    return deserialize(in);
  }

  @Override
  public final T copy(T from) {
    if (!isMutable()) {
      return from;
    }
    try {
      DataOutputSerializer out = new DataOutputSerializer(512);
      serialize(from, out);
      return deserialize(new DataInputDeserializer(out.wrapAsByteBuffer()));
    } catch (IOException e) {
      throw new IllegalStateException("memory cannot fail to be read", e);
    }
  }

  @Override
  public final T copy(T from, T reuse) {
    return copy(from);
  }

  @Override
  public final void copy(DataInputView in, DataOutputView out) throws IOException {
    serialize(deserialize(in), out);
  }

  @Override
  public final boolean isImmutableType() {
    return !isMutable();
  }

  @Override
  public final int getLength() {
    return -1;
  }

  /** Writes a text of any length; {@code writeUTF} stops at 64 KiB. */
  protected static void writeText(String text, DataOutputView out) throws IOException {
    writeBytes(text.getBytes(StandardCharsets.UTF_8), out);
  }

  protected static String readText(DataInputView in) throws IOException {
    return new String(readBytes(in), StandardCharsets.UTF_8);
  }

  protected static void writeBytes(byte[] bytes, DataOutputView out) throws IOException {
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  protected static byte[] readBytes(DataInputView in) throws IOException {
    int length = in.readInt();
    if (length < 0 || length > MAX_LENGTH) {
      throw new IOException("a length of " + length + " cannot be ours");
    }
    byte[] bytes = new byte[length];
    in.readFully(bytes);
    return bytes;
  }
}
