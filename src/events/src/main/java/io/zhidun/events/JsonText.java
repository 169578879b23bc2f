package io.zhidun.events;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Reads the inside of JSON strings (RFC 8259 section 7). */
final class JsonText {
  private JsonText() {}

  /** Resolves escapes; a broken escape is kept as it stands, a lone surrogate becomes U+FFFD. */
  static String unescape(byte[] bytes, int from, int to) {
    int i = from;
    while (i < to && bytes[i] != '\\') {
      i++;
    }
    if (i == to) {
      return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }
    StringBuilder out = new StringBuilder(to - from);
    ByteArrayOutputStream plain = new ByteArrayOutputStream();
    plain.write(bytes, from, i - from);
    while (i < to) {
      if (bytes[i] != '\\' || i + 1 == to) {
        plain.write(bytes[i++]);
        continue;
      }
      out.append(plain.toString(StandardCharsets.UTF_8));
      plain.reset();
      int unit = bytes[i + 1] == 'u' ? hex4(bytes, i + 2, to) : -1;
      if (unit >= 0) {
        out.append((char) unit);
        i += 6;
      } else {
        out.append(single(bytes[i + 1]));
        i += 2;
      }
    }
    out.append(plain.toString(StandardCharsets.UTF_8));
    return new String(out.toString().getBytes(StandardCharsets.UTF_16), StandardCharsets.UTF_16);
  }

  private static String single(byte escape) {
    return switch (escape) {
      case 'n' -> "\n";
      case 't' -> "\t";
      case 'r' -> "\r";
      case 'b' -> "\b";
      case 'f' -> "\f";
      case '"', '\\', '/' -> String.valueOf((char) escape);
      default -> "\\" + (char) (escape & 0xff);
    };
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
