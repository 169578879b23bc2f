package io.zhidun.rules.filings.text;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;

/** Writes and reads an imprint, version 1: sketches as gaps between their sorted hashes. */
public final class ImprintCodec {

  private static final byte VERSION = 1;

  private ImprintCodec() {}

  /** About 3 to 4 bytes a hash. */
  public static byte[] write(Imprint imprint) {
    ByteBuffer out = ByteBuffer.allocate(64 + 5 * (imprint.sentences().length + hashes(imprint)));
    out.put(VERSION);
    sketch(imprint.abstractText(), out);
    sketch(imprint.claims(), out);
    sketch(imprint.description(), out);
    sketch(imprint.skeleton(), out);
    gaps(imprint.sentences(), out);
    number(imprint.claimCount(), out);
    number(imprint.firstClaim(), out);
    number(imprint.features(), out);
    out.putFloat(imprint.repetition());
    out.putFloat(imprint.strangeness());
    byte[] bytes = new byte[out.flip().remaining()];
    out.get(bytes);
    return bytes;
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IllegalArgumentException where the bytes are of another version or cut
   */
  public static Imprint read(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    try {
      byte version = in.get();
      if (version != VERSION) {
        throw new IllegalArgumentException("imprint of version " + version + ", not " + VERSION);
      }
      return new Imprint(
          sketch(in),
          sketch(in),
          sketch(in),
          sketch(in),
          gaps(in),
          number(in),
          number(in),
          number(in),
          in.getFloat(),
          in.getFloat());
    } catch (BufferUnderflowException e) {
      throw new IllegalArgumentException("imprint of " + bytes.length + " bytes is cut", e);
    }
  }

  private static int hashes(Imprint imprint) {
    return imprint.abstractText().size()
        + imprint.claims().size()
        + imprint.description().size()
        + imprint.skeleton().size();
  }

  private static void sketch(Sketch sketch, ByteBuffer out) {
    out.put((byte) sketch.scale());
    gaps(sketch.hashes(), out);
  }

  private static Sketch sketch(ByteBuffer in) {
    return new Sketch(in.get(), gaps(in));
  }

  private static void gaps(int[] sorted, ByteBuffer out) {
    number(sorted.length, out);
    int before = 0;
    for (int hash : sorted) {
      number(hash - before, out);
      before = hash;
    }
  }

  private static int[] gaps(ByteBuffer in) {
    int size = number(in);
    if (size < 0 || size > in.remaining()) {
      throw new IllegalArgumentException("imprint names " + size + " hashes");
    }
    int[] sorted = new int[size];
    int before = 0;
    for (int i = 0; i < size; i++) {
      before += number(in);
      sorted[i] = before;
    }
    return sorted;
  }

  private static void number(int value, ByteBuffer out) {
    int rest = value;
    while ((rest & ~0x7f) != 0) {
      out.put((byte) (rest | 0x80));
      rest >>>= 7;
    }
    out.put((byte) rest);
  }

  private static int number(ByteBuffer in) {
    int value = 0;
    for (int shift = 0; shift < 35; shift += 7) {
      byte next = in.get();
      value |= (next & 0x7f) << shift;
      if (next >= 0) {
        return value;
      }
    }
    throw new IllegalArgumentException("imprint holds a number of more than 32 bits");
  }
}
