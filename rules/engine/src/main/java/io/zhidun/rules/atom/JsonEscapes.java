package io.zhidun.rules.atom;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Resolves JSON string escapes into a buffer; agrees with {@code Event.textAt}. */
final class JsonEscapes {
  private static final int REPLACEMENT = 0xfffd;
  private static final VarHandle WORDS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long ONES = 0x0101010101010101L;
  private static final long HIGH_BITS = 0x8080808080808080L;
  private static final long BACKSLASHES = 0x5c5c5c5c5c5c5c5cL;

  private JsonEscapes() {}

  /**
   * Whether {@code b[from, to)} is ASCII in which every letter, digit and blank stands for itself:
   * it may hold escapes, but none by number.
   */
  static boolean isSimple(byte[] b, int from, int to) {
    int i = from;
    while (i < to) {
      while (i + Long.BYTES <= to) {
        long word = (long) WORDS.get(b, i);
        long backslash = word ^ BACKSLASHES;
        if ((word & HIGH_BITS | backslash - ONES & ~backslash & HIGH_BITS) != 0) {
          break;
        }
        i += Long.BYTES;
      }
      int stop = Math.min(to, i + Long.BYTES);
      while (i < stop) {
        if (b[i] < 0 || b[i] == '\\' && i + 1 < to && b[i + 1] == 'u') {
          return false;
        }
        i += b[i] == '\\' ? 2 : 1;
      }
    }
    return true;
  }

  /**
   * Writes {@code in[from, to)} without escapes to {@code out} from {@code start}, which has room
   * for as many bytes, and returns where it ends. A broken escape stays as it is; a lone surrogate
   * becomes U+FFFD.
   */
  static int resolve(byte[] in, int from, int to, byte[] out, int start) {
    int at = start;
    int i = from;
    while (i < to) {
      while (i + Long.BYTES <= to) {
        // What is written beyond a backslash is written over.
        long word = (long) WORDS.get(in, i);
        WORDS.set(out, at, word);
        long backslash = word ^ BACKSLASHES;
        long found = backslash - ONES & ~backslash & HIGH_BITS;
        int plain = found == 0 ? Long.BYTES : Long.numberOfTrailingZeros(found) >>> 3;
        at += plain;
        i += plain;
        if (found != 0) {
          break;
        }
      }
      if (i == to) {
        break;
      }
      if (in[i] != '\\' || i + 1 == to) {
        out[at++] = in[i++];
        continue;
      }
      int unit = in[i + 1] == 'u' ? hex4(in, i + 2, to) : -1;
      if (unit >= 0) {
        int point = point(unit, in, i + 6, to);
        at = Utf8.write(point, out, at);
        i += point >= 0x10000 ? 12 : 6;
      } else {
        at = single(in[i + 1], out, at);
        i += isContinued(in[i + 1]) ? 1 : 2;
      }
    }
    return at;
  }

  private static int point(int unit, byte[] in, int next, int to) {
    if (unit < 0xd800 || unit > 0xdfff) {
      return unit;
    }
    if (unit < 0xdc00 && next + 6 <= to && in[next] == '\\' && in[next + 1] == 'u') {
      int low = hex4(in, next + 2, to);
      if (low >= 0xdc00 && low <= 0xdfff) {
        return Character.toCodePoint((char) unit, (char) low);
      }
    }
    return REPLACEMENT;
  }

  /** A byte outside ASCII after a backslash is text of its own. */
  private static boolean isContinued(byte escape) {
    return escape < 0;
  }

  private static int single(byte escape, byte[] out, int at) {
    int plain =
        switch (escape) {
          case 'n' -> '\n';
          case 't' -> '\t';
          case 'r' -> '\r';
          case 'b' -> '\b';
          case 'f' -> '\f';
          case '"', '\\', '/' -> escape;
          default -> -1;
        };
    if (plain >= 0) {
      out[at] = (byte) plain;
      return at + 1;
    }
    out[at] = '\\';
    if (isContinued(escape)) {
      return at + 1;
    }
    out[at + 1] = escape;
    return at + 2;
  }

  private static int hex4(byte[] bytes, int from, int to) {
    if (from + 4 > to) {
      return -1;
    }
    int value = 0;
    for (int i = from; i < from + 4; i++) {
      int digit = Character.digit(bytes[i], 16);
      if (digit < 0) {
        return -1;
      }
      value = value << 4 | digit;
    }
    return value;
  }
}
