package io.zhidun.rules.filings.text;

import java.nio.ByteBuffer;

/**
 * Sorted hashes as Golomb-Rice codes of the gaps between them (Golomb 1966, Rice 1979): hashes are
 * spread evenly, so their gaps are distributed geometrically and the code is within a few percent
 * of the least that is possible, 27 bits for each of a hundred hashes of 32.
 */
final class HashSetCodec {

  private static final int WIDEST = 32;

  private HashSetCodec() {}

  /** Bytes that no set of this size exceeds. */
  static int bound(int hashes) {
    // Rice's k is at most one off the mean's logarithm, so the unary parts sum to at most 2n bits.
    return 8 + hashes * (WIDEST + 4) / 8 + 1;
  }

  /**
   * Writes the hashes, without their number.
   *
   * @param sorted distinct, in unsigned order
   */
  static void write(int[] sorted, ByteBuffer out) {
    if (sorted.length == 0) {
      return;
    }
    int k = bits(sorted);
    out.put((byte) k);
    long buffer = 0;
    int filled = 0;
    long before = 0;
    for (int hash : sorted) {
      long now = Integer.toUnsignedLong(hash);
      long gap = now - before;
      before = now;
      for (long ones = gap >>> k; ones > 0; ones--) {
        buffer = buffer << 1 | 1;
        filled++;
        while (filled >= 8) {
          filled -= 8;
          out.put((byte) (buffer >>> filled));
        }
      }
      // The zero that ends the unary part, and the k low bits behind it.
      buffer = buffer << (k + 1) | gap & ((1L << k) - 1);
      filled += k + 1;
      while (filled >= 8) {
        filled -= 8;
        out.put((byte) (buffer >>> filled));
      }
    }
    if (filled > 0) {
      out.put((byte) (buffer << (8 - filled)));
    }
  }

  /** The k at which the mean gap takes about one bit of the unary part. */
  private static int bits(int[] sorted) {
    long mean = Integer.toUnsignedLong(sorted[sorted.length - 1]) / sorted.length;
    return Math.max(0, 63 - Long.numberOfLeadingZeros(Math.max(1, mean)));
  }

  /**
   * Reads so many hashes.
   *
   * @throws IllegalArgumentException where the bytes name a hash of more than 32 bits
   * @throws java.nio.BufferUnderflowException where they end before
   */
  static int[] read(int size, ByteBuffer in) {
    int[] sorted = new int[size];
    if (size == 0) {
      return sorted;
    }
    int k = in.get();
    if (k < 0 || k >= WIDEST) {
      throw new IllegalArgumentException("hashes coded with " + k + " bits");
    }
    Bits bits = new Bits(in);
    long before = 0;
    for (int i = 0; i < size; i++) {
      long ones = 0;
      while (bits.next() == 1) {
        ones++;
      }
      before += ones << k | bits.next(k);
      if (before >>> WIDEST != 0) {
        throw new IllegalArgumentException("hash " + i + " has more than 32 bits");
      }
      sorted[i] = (int) before;
    }
    return sorted;
  }

  private static final class Bits {
    private final ByteBuffer in;
    private int current;
    private int left;

    Bits(ByteBuffer in) {
      this.in = in;
    }

    int next() {
      if (left == 0) {
        current = in.get() & 0xff;
        left = 8;
      }
      left--;
      return current >>> left & 1;
    }

    long next(int count) {
      long value = 0;
      int wanted = count;
      while (wanted > 0) {
        if (left == 0) {
          current = in.get() & 0xff;
          left = 8;
        }
        int taken = Math.min(wanted, left);
        left -= taken;
        wanted -= taken;
        value = value << taken | current >>> left & ((1 << taken) - 1);
      }
      return value;
    }
  }
}
