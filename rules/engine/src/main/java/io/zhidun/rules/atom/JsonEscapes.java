package io.zhidun.rules.atom;

/** Resolves JSON string escapes into a buffer; agrees with {@code Event.textAt}. */
final class JsonEscapes {
  private static final int REPLACEMENT = 0xfffd;

  private JsonEscapes() {}

  /**
   * Writes {@code in[from, to)} without escapes to {@code out} from {@code start}, which has room
   * for as many bytes, and returns where it ends. A broken escape stays as it is; a lone surrogate
   * becomes U+FFFD.
   */
  static int resolve(byte[] in, int from, int to, byte[] out, int start) {
    int at = start;
    int i = from;
    while (i < to) {
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
