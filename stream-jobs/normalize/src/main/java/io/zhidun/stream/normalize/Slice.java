package io.zhidun.stream.normalize;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Searches in byte arrays; bounds are half-open and the caller's duty. */
final class Slice {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());

  private Slice() {}

  static int indexOf(byte[] bytes, int from, int to, byte wanted) {
    for (int i = from; i < to; i++) {
      if (bytes[i] == wanted) {
        return i;
      }
    }
    return -1;
  }

  static int indexOf(byte[] bytes, int from, int to, byte[] wanted) {
    int last = to - wanted.length;
    byte first = wanted[0];
    for (int i = from; i <= last; i++) {
      if (bytes[i] == first && startsWith(bytes, i, to, wanted)) {
        return i;
      }
    }
    return -1;
  }

  static int lastIndexOf(byte[] bytes, int from, int to, byte[] wanted) {
    byte first = wanted[0];
    for (int i = to - wanted.length; i >= from; i--) {
      if (bytes[i] == first && startsWith(bytes, i, to, wanted)) {
        return i;
      }
    }
    return -1;
  }

  static boolean startsWith(byte[] bytes, int from, int to, byte[] wanted) {
    int length = wanted.length;
    if (to - from < length) {
      return false;
    }
    // Literals are short: eight bytes at a time beat the set-up of the vectorised comparison.
    int i = 0;
    for (; i + Long.BYTES <= length; i += Long.BYTES) {
      if ((long) LONGS.get(bytes, from + i) != (long) LONGS.get(wanted, i)) {
        return false;
      }
    }
    for (; i < length; i++) {
      if (bytes[from + i] != wanted[i]) {
        return false;
      }
    }
    return true;
  }

  static boolean equal(byte[] bytes, int from, int to, byte[] wanted) {
    return Arrays.equals(bytes, from, to, wanted, 0, wanted.length);
  }

  /** The decimal number in {@code bytes[from, to)}, or -1 if it is none of at most 18 digits. */
  static long number(byte[] bytes, int from, int to) {
    if (from == to || to - from > 18) {
      return -1;
    }
    long value = 0;
    for (int i = from; i < to; i++) {
      int digit = bytes[i] - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      value = value * 10 + digit;
    }
    return value;
  }
}
