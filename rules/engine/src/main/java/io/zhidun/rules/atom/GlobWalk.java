package io.zhidun.rules.atom;

import java.nio.charset.StandardCharsets;

/** Compares a pattern with wildcards inside: greedy, going back to the last star only. */
final class GlobWalk {
  private static final byte[][] DASHES =
      Glob.DASHES
          .codePoints()
          .mapToObj(point -> Character.toString(point).getBytes(StandardCharsets.UTF_8))
          .toArray(byte[][]::new);

  private GlobWalk() {}

  static boolean matches(short[] tokens, byte[] table, byte[] bytes, int from, int to) {
    int token = 0;
    int at = from;
    int star = -1;
    int resume = from;
    while (at < to || token < tokens.length) {
      if (token < tokens.length && tokens[token] == Glob.MANY) {
        star = token++;
        resume = at;
        continue;
      }
      int step = token < tokens.length ? step(tokens[token], table, bytes, at, to) : 0;
      if (step > 0) {
        token++;
        at += step;
        continue;
      }
      if (star < 0 || resume >= to) {
        return false;
      }
      resume += Math.max(1, Utf8.length(bytes[resume]));
      at = resume;
      token = star + 1;
    }
    return true;
  }

  /** Bytes that a token takes at a position; 0 if it does not match there. */
  private static int step(short token, byte[] table, byte[] bytes, int at, int to) {
    if (at >= to) {
      return 0;
    }
    if (token == Glob.ONE) {
      return Math.max(1, Utf8.length(bytes[at]));
    }
    if (token == Glob.DASH) {
      return dash(bytes, at, to);
    }
    return table[bytes[at] & 0xff] == (byte) token ? 1 : 0;
  }

  private static int dash(byte[] bytes, int at, int to) {
    for (byte[] dash : DASHES) {
      if (at + dash.length <= to && startsWith(bytes, at, dash)) {
        return dash.length;
      }
    }
    return 0;
  }

  private static boolean startsWith(byte[] bytes, int at, byte[] dash) {
    for (int i = 0; i < dash.length; i++) {
      if (bytes[at + i] != dash[i]) {
        return false;
      }
    }
    return true;
  }
}
