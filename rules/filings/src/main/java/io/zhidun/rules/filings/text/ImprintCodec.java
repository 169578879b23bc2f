package io.zhidun.rules.filings.text;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;

/**
 * Writes and reads an imprint, version 2: sketches as codes of the gaps between their sorted
 * hashes.
 */
public final class ImprintCodec {

  private static final byte VERSION = 2;

  /** For five sets' sizes and widths, and what is not a set. */
  private static final int ROOM = 128;

  private ImprintCodec() {}

  /** About 27 bits a hash of a sketch of a hundred. */
  public static byte[] write(Imprint imprint) {
    ByteBuffer out =
        ByteBuffer.allocate(
            ROOM + HashSetCodec.bound(imprint.sentences().length + hashes(imprint)));
    out.put(VERSION);
    sketch(imprint.abstractText(), out);
    sketch(imprint.claims(), out);
    sketch(imprint.description(), out);
    sketch(imprint.skeleton(), out);
    hashes(imprint.sentences(), out);
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
          hashSet(in),
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
    hashes(sketch.hashes(), out);
  }

  private static Sketch sketch(ByteBuffer in) {
    return new Sketch(in.get(), hashSet(in));
  }

  private static void hashes(int[] sorted, ByteBuffer out) {
    number(sorted.length, out);
    HashSetCodec.write(sorted, out);
  }

  private static int[] hashSet(ByteBuffer in) {
    int size = number(in);
    // A hash takes a bit at least.
    if (size < 0 || size > 8L * in.remaining()) {
      throw new IllegalArgumentException("imprint names " + size + " hashes");
    }
    return HashSetCodec.read(size, in);
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
