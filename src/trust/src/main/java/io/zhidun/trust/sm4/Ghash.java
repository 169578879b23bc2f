package io.zhidun.trust.sm4;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * The universal hash of GCM (NIST SP 800-38D, clause 6.4): polynomial evaluation over GF(2^128)
 * under one key. A block is two longs; the product with the key is the sum of sixteen entries of a
 * table by byte place and byte value (64 KiB a key), all of which can be fetched at once.
 */
final class Ghash {
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
  private static final int PLACES = 16;
  private static final int VALUES = 256;

  /** High and low half of (value at place) times key, at 2 (256 place + value). */
  private final long[] products = new long[2 * PLACES * VALUES];

  Ghash(byte[] key) {
    long high = (long) LONG.get(key, 0);
    long low = (long) LONG.get(key, 8);
    for (int place = 0; place < PLACES; place++) {
      for (int value = VALUES / 2; value > 0; value >>= 1) {
        put(place, value, high, low);
        long carry = low & 1;
        low = low >>> 1 | high << 63;
        high = high >>> 1 ^ (carry == 0 ? 0 : 0xe1L << 56);
      }
      for (int value = 1; value < VALUES; value++) {
        int lowest = value & -value;
        int a = index(place, lowest);
        int b = index(place, value ^ lowest);
        if (value != lowest) {
          put(place, value, products[a] ^ products[b], products[a + 1] ^ products[b + 1]);
        }
      }
    }
  }

  /**
   * The hash of additional data and cipher text, each padded with zeros, and their bit lengths,
   * written as 16 bytes.
   */
  void hash(byte[] additional, byte[] text, int offset, int count, byte[] result) {
    long[] y = new long[2];
    add(y, additional, 0, additional.length);
    add(y, text, offset, count);
    byte[] lengths = new byte[16];
    LONG.set(lengths, 0, 8L * additional.length);
    LONG.set(lengths, 8, 8L * count);
    blocks(y, lengths, 0, 1);
    LONG.set(result, 0, y[0]);
    LONG.set(result, 8, y[1]);
  }

  private void add(long[] y, byte[] bytes, int offset, int count) {
    int whole = count / 16;
    blocks(y, bytes, offset, whole);
    int rest = count - 16 * whole;
    if (rest > 0) {
      byte[] last = new byte[16];
      System.arraycopy(bytes, offset + 16 * whole, last, 0, rest);
      blocks(y, last, 0, 1);
    }
  }

  private void blocks(long[] y, byte[] in, int offset, int blocks) {
    final long[] m = products;
    long high = y[0];
    long low = y[1];
    int p = offset;
    for (int n = 0; n < blocks; n++, p += 16) {
      high ^= (long) LONG.get(in, p);
      low ^= (long) LONG.get(in, p + 8);
      long h = 0;
      long l = 0;
      int i;
      i = 2 * ((int) (high >>> 56) & 255);
      h ^= m[i];
      l ^= m[i + 1];
      i = 2 * (256 + ((int) (high >>> 48) & 255));
      h ^= m[i];
      l ^= m[i + 1];
      i = 2 * (512 + ((int) (high >>> 40) & 255));
      h ^= m[i];
      l ^= m[i + 1];
      i = 2 * (768 + ((int) (high >>> 32) & 255));
      h ^= m[i];
      l ^= m[i + 1];
      i = 2 * (1024 + ((int) (high >>> 24) & 255));
      h ^= m[i];
      l ^= m[i + 1];
      i = 2 * (1280 + ((int) (high >>> 16) & 255));
      h ^= m[i];
      l ^= m[i + 1];
      i = 2 * (1536 + ((int) (high >>> 8) & 255));
      h ^= m[i];
      l ^= m[i + 1];
      i = 2 * (1792 + ((int) high & 255));
      h ^= m[i];
      l ^= m[i + 1];
      i = 2 * (2048 + ((int) (low >>> 56) & 255));
      h ^= m[i];
      l ^= m[i + 1];
      i = 2 * (2304 + ((int) (low >>> 48) & 255));
      h ^= m[i];
      l ^= m[i + 1];
      i = 2 * (2560 + ((int) (low >>> 40) & 255));
      h ^= m[i];
      l ^= m[i + 1];
      i = 2 * (2816 + ((int) (low >>> 32) & 255));
      h ^= m[i];
      l ^= m[i + 1];
      i = 2 * (3072 + ((int) (low >>> 24) & 255));
      h ^= m[i];
      l ^= m[i + 1];
      i = 2 * (3328 + ((int) (low >>> 16) & 255));
      h ^= m[i];
      l ^= m[i + 1];
      i = 2 * (3584 + ((int) (low >>> 8) & 255));
      h ^= m[i];
      l ^= m[i + 1];
      i = 2 * (3840 + ((int) low & 255));
      h ^= m[i];
      l ^= m[i + 1];
      high = h;
      low = l;
    }
    y[0] = high;
    y[1] = low;
  }

  private void put(int place, int value, long high, long low) {
    products[index(place, value)] = high;
    products[index(place, value) + 1] = low;
  }

  private static int index(int place, int value) {
    return 2 * (VALUES * place + value);
  }
}
