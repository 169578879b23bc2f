package io.zhidun.rules.atom;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** UTF-8 of RFC 3629 on byte ranges, without allocation. */
final class Utf8 {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());

  /** The bit of every byte that no ASCII character has. */
  private static final long HIGH_BITS = 0x8080808080808080L;

  private Utf8() {}

  /** Whether the range is well formed as the JDK's decoder sees it. */
  static boolean isValid(byte[] bytes, int from, int to) {
    int i = from;
    while (i < to) {
      i = firstNonAscii(bytes, i, to);
      if (i == to) {
        return true;
      }
      int length = length(bytes[i]);
      if (length < 2 || i + length > to || !isSequence(bytes, i, length)) {
        return false;
      }
      i += length;
    }
    return true;
  }

  /** Position of the first byte that is no ASCII character, or {@code to}. */
  static int firstNonAscii(byte[] bytes, int from, int to) {
    int i = from;
    while (i + Long.BYTES <= to && ((long) LONGS.get(bytes, i) & HIGH_BITS) == 0) {
      i += Long.BYTES;
    }
    while (i < to && bytes[i] >= 0) {
      i++;
    }
    return i;
  }

  private static boolean isSequence(byte[] bytes, int at, int length) {
    for (int i = at + 1; i < at + length; i++) {
      if ((bytes[i] & 0xc0) != 0x80) {
        return false;
      }
    }
    int point = codePoint(bytes, at);
    return switch (length) {
      case 2 -> point >= 0x80;
      case 3 -> point >= 0x800 && (point < 0xd800 || point > 0xdfff);
      default -> point >= 0x10000 && point <= 0x10ffff;
    };
  }

  /** Bytes in the sequence that {@code lead} begins; 0 if it begins none. */
  static int length(byte lead) {
    if (lead >= 0) {
      return 1;
    }
    int value = lead & 0xff;
    if (value >= 0xc2 && value < 0xe0) {
      return 2;
    }
    if (value >= 0xe0 && value < 0xf0) {
      return 3;
    }
    return value >= 0xf0 && value < 0xf5 ? 4 : 0;
  }

  /** The code point at {@code at} of well-formed bytes. */
  static int codePoint(byte[] bytes, int at) {
    int lead = bytes[at] & 0xff;
    return switch (length(bytes[at])) {
      case 1 -> lead;
      case 2 -> (lead & 0x1f) << 6 | low6(bytes, at + 1);
      case 3 -> (lead & 0x0f) << 12 | low6(bytes, at + 1) << 6 | low6(bytes, at + 2);
      default ->
          (lead & 0x07) << 18
              | low6(bytes, at + 1) << 12
              | low6(bytes, at + 2) << 6
              | low6(bytes, at + 3);
    };
  }

  private static int low6(byte[] bytes, int at) {
    return bytes[at] & 0x3f;
  }

  /** Writes a code point and returns the position after it. */
  static int write(int point, byte[] out, int at) {
    if (point < 0x80) {
      out[at] = (byte) point;
      return at + 1;
    }
    int length = point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
    int lead = length == 2 ? 0xc0 : length == 3 ? 0xe0 : 0xf0;
    out[at] = (byte) (lead | point >> 6 * (length - 1));
    for (int i = 1; i < length; i++) {
      out[at + i] = (byte) (0x80 | point >> 6 * (length - 1 - i) & 0x3f);
    }
    return at + length;
  }
}
