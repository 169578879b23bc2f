package io.zhidun.trust.chain;

import io.zhidun.trust.Sm3;
import io.zhidun.trust.chain.TrailRecord.Kind;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A record as it stands in a file, read by its fixed places from both ends: a million of them are
 * verified in seconds, and nothing that a JSON parser would overlook is overlooked.
 *
 * @param hashed bytes of the line that its hash is over
 */
record TrailLine(
    long sequence, String time, Kind kind, byte[] bytes, int contentAt, int hashed, int end) {
  private static final byte[] SEQUENCE = ascii("{\"sequence\":");
  private static final byte[] TIME = ascii(",\"time\":\"");
  private static final byte[] KIND = ascii("\",\"kind\":\"");
  private static final byte[] CONTENT = ascii("\",\"content\":");
  private static final byte[] PREVIOUS = ascii(",\"previous\":\"");
  private static final byte[] HASH = ascii("\",\"hash\":\"");
  private static final byte[] CLOSE = ascii("\"}");
  private static final int HEX = 2 * Sm3.LENGTH;
  private static final int TAIL = PREVIOUS.length + HEX + HASH.length + HEX + CLOSE.length;
  private static final int MOST_DIGITS = 18;
  private static final int MOST_TIME = 32;

  /** Reads a line; null where it is not laid out as a record. The bytes are not copied. */
  static @Nullable TrailLine read(byte[] bytes, int end) {
    int at = after(bytes, 0, end, SEQUENCE);
    int digits = at;
    long sequence = 0;
    while (at >= 0 && at < end && at - digits < MOST_DIGITS && isDigit(bytes[at])) {
      sequence = 10 * sequence + bytes[at++] - '0';
    }
    if (at <= digits || (bytes[digits] == '0' && at > digits + 1)) {
      return null;
    }
    int time = after(bytes, at, end, TIME);
    int timeEnd = time;
    while (timeEnd >= 0 && timeEnd < end && timeEnd - time < MOST_TIME && bytes[timeEnd] != '"') {
      timeEnd++;
    }
    int kindAt = after(bytes, timeEnd, end, KIND);
    Kind kind = kind(bytes, kindAt, end);
    if (kind == null) {
      return null;
    }
    int content = after(bytes, kindAt + kind.word().length(), end, CONTENT);
    int tail = end - TAIL;
    if (content < 0
        || tail <= content
        || bytes[content] != '{'
        || bytes[tail - 1] != '}'
        || after(bytes, tail, end, PREVIOUS) < 0
        || after(bytes, tail + PREVIOUS.length + HEX, end, HASH) < 0
        || after(bytes, end - CLOSE.length, end, CLOSE) < 0) {
      return null;
    }
    String text = new String(bytes, time, timeEnd - time, StandardCharsets.ISO_8859_1);
    return new TrailLine(
        sequence, text, kind, bytes, content, tail + PREVIOUS.length + HEX + 1, end);
  }

  String content() {
    return new String(bytes, contentAt, end - TAIL - contentAt, StandardCharsets.UTF_8);
  }

  /** SM3 of what the hash is over. */
  byte[] computed() {
    return new Sm3().update(bytes, 0, hashed).digest();
  }

  boolean hasHash(byte[] hash) {
    return isHex(hash, end - CLOSE.length - HEX);
  }

  boolean hasPrevious(byte[] hash) {
    return isHex(hash, end - TAIL + PREVIOUS.length);
  }

  private boolean isHex(byte[] hash, int at) {
    for (int i = 0; i < hash.length; i++) {
      if (bytes[at + 2 * i] != digit(hash[i] >> 4) || bytes[at + 2 * i + 1] != digit(hash[i])) {
        return false;
      }
    }
    return true;
  }

  private static byte digit(int value) {
    int low = value & 15;
    return (byte) (low < 10 ? '0' + low : 'a' + low - 10);
  }

  private static @Nullable Kind kind(byte[] bytes, int at, int end) {
    for (Kind kind : Kind.values()) {
      if (after(bytes, at, end, ascii(kind.word())) >= 0) {
        return kind;
      }
    }
    return null;
  }

  /** The place after the text that must stand there; -1 where it does not. */
  private static int after(byte[] bytes, int at, int end, byte[] text) {
    return at >= 0
            && at + text.length <= end
            && Arrays.equals(bytes, at, at + text.length, text, 0, text.length)
        ? at + text.length
        : -1;
  }

  private static boolean isDigit(byte value) {
    return value >= '0' && value <= '9';
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
