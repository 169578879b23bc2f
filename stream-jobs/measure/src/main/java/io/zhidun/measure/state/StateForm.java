package io.zhidun.measure.state;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Arrays and versions in states: big-endian, lengths before contents. */
public final class StateForm {
  private StateForm() {}

  public static void write(DataOutput out, double[] values) throws IOException {
    out.writeInt(values.length);
    for (double value : values) {
      out.writeDouble(value);
    }
  }

  /**
   * Fills the array.
   *
   * @throws IOException where another length was written
   */
  public static void read(DataInput in, double[] values) throws IOException {
    requireLength(in.readInt(), values.length);
    for (int i = 0; i < values.length; i++) {
      values[i] = in.readDouble();
    }
  }

  public static void write(DataOutput out, int[] values) throws IOException {
    out.writeInt(values.length);
    for (int value : values) {
      out.writeInt(value);
    }
  }

  /**
   * Fills the array.
   *
   * @throws IOException where another length was written
   */
  public static void read(DataInput in, int[] values) throws IOException {
    requireLength(in.readInt(), values.length);
    for (int i = 0; i < values.length; i++) {
      values[i] = in.readInt();
    }
  }

  public static void write(DataOutput out, long[] values) throws IOException {
    out.writeInt(values.length);
    for (long value : values) {
      out.writeLong(value);
    }
  }

  /**
   * Fills the array.
   *
   * @throws IOException where another length was written
   */
  public static void read(DataInput in, long[] values) throws IOException {
    requireLength(in.readInt(), values.length);
    for (int i = 0; i < values.length; i++) {
      values[i] = in.readLong();
    }
  }

  /**
   * A count that indexes something.
   *
   * @throws IOException where it is negative or above the limit
   */
  public static int readCount(DataInput in, int limit) throws IOException {
    int count = in.readInt();
    if (count < 0 || count > limit) {
      throw new IOException("a count of " + count + " is not within 0 to " + limit);
    }
    return count;
  }

  /**
   * @throws IOException where the state has another version
   */
  public static void requireVersion(DataInput in, int version, String what) throws IOException {
    int found = in.readUnsignedByte();
    if (found != version) {
      throw new IOException(what + ": version " + found + " of the state is not " + version);
    }
  }

  /** The state as bytes. */
  public static byte[] bytes(Stateful stateful) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      stateful.write(new DataOutputStream(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /**
   * Takes over a state that {@link #bytes} gave.
   *
   * @throws IOException where it is not one, or longer than one
   */
  public static <T extends Stateful> T restore(T fresh, byte[] state) throws IOException {
    ByteArrayInputStream bytes = new ByteArrayInputStream(state);
    fresh.read(new DataInputStream(bytes));
    if (bytes.available() > 0) {
      throw new IOException(bytes.available() + " bytes behind the end of the state");
    }
    return fresh;
  }

  private static void requireLength(int found, int expected) throws IOException {
    if (found != expected) {
      throw new IOException("an array of " + found + " where " + expected + " were expected");
    }
  }
}
