package io.zhidun.events;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * A growing byte buffer that writes JSON strings from bytes of any kind: quotes, backslashes and
 * control characters are escaped, invalid UTF-8 becomes U+FFFD, so that what comes out is always
 * valid JSON. Belongs to one thread.
 */
public final class JsonBuffer {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long ONES = 0x0101010101010101L;
  private static final long HIGHS = 0x8080808080808080L;
  private static final byte[] HEX =
      "0123456789abcdef".getBytes(java.nio.charset.StandardCharsets.US_ASCII);

  /** Longest piece that is copied by hand. */
  private static final int FEW = 64;

  private byte[] bytes = new byte[4096];
  private int length;

  public void clear() {
    length = 0;
  }

  public int length() {
    return length;
  }

  /** The buffer itself, valid up to {@link #length} and until the next write. */
  public byte[] array() {
    return bytes;
  }

  public byte[] toByteArray() {
    return Arrays.copyOf(bytes, length);
  }

  public void raw(byte[] source) {
    raw(source, 0, source.length);
  }

  public void raw(byte[] source, int from, int to) {
    int count = to - from;
    reserve(count);
    if (count < Long.BYTES || count > FEW) {
      System.arraycopy(source, from, bytes, length, count);
    } else {
      few(source, from, to);
    }
    length += count;
  }

  /** Copies at least eight bytes: for a few, the set-up of the general copy costs more. */
  private void few(byte[] source, int from, int to) {
    byte[] out = bytes;
    int at = length;
    int last = to - Long.BYTES;
    for (int i = from; i < last; i += Long.BYTES, at += Long.BYTES) {
      LONGS.set(out, at, (long) LONGS.get(source, i));
    }
    // The last eight may overlap what is there already.
    LONGS.set(out, length + (last - from), (long) LONGS.get(source, last));
  }

  public void raw(char ascii) {
    reserve(1);
    bytes[length++] = (byte) ascii;
  }

  /** Writes {@code "text"} with quotes. */
  public void text(byte[] source, int from, int to) {
    string(source, from, to, false);
  }

  /** Writes the inside of a JSON string that is escaped already; only invalid bytes are mended. */
  public void escaped(byte[] source, int from, int to) {
    string(source, from, to, true);
  }

  private void string(byte[] source, int from, int to, boolean keepEscapes) {
    // Room for every byte to become two, so that quotes, the common case, need no check.
    reserve(2 * (to - from) + 2 + Long.BYTES);
    bytes[length++] = '"';
    int i = plain(source, from, to);
    while (i < to) {
      if (source[i] == '"') {
        bytes[length++] = '\\';
        bytes[length++] = '"';
        i++;
      } else {
        i = special(source, i, to, keepEscapes);
        reserve(2 * (to - i) + 2 + Long.BYTES);
      }
      i = plain(source, i, to);
    }
    bytes[length++] = '"';
  }

  /**
   * Copies the run from {@code from} that holds printable ASCII without quote and backslash only,
   * eight bytes at a time, looking at them on the way; its end. There must be room for it and eight
   * bytes more.
   */
  private int plain(byte[] source, int from, int to) {
    byte[] out = bytes;
    int at = length;
    int i = from;
    while (i + Long.BYTES <= to) {
      long word = (long) LONGS.get(source, i);
      long quote = word ^ (ONES * '"');
      long slash = word ^ (ONES * '\\');
      long hit =
          ((word - ONES * 0x20) | word | ((quote - ONES) & ~quote) | ((slash - ONES) & ~slash))
              & HIGHS;
      LONGS.set(out, at, word);
      if (hit != 0) {
        int count = Long.numberOfTrailingZeros(hit) >>> 3;
        length = at + count;
        return i + count;
      }
      i += Long.BYTES;
      at += Long.BYTES;
    }
    while (i < to && source[i] >= 0x20 && source[i] != '"' && source[i] != '\\') {
      out[at++] = source[i++];
    }
    length = at;
    return i;
  }

  /** Writes the one character at {@code i} that is not plain; the index behind it. */
  private int special(byte[] source, int i, int to, boolean keepEscapes) {
    byte b = source[i];
    if (b >= 0) {
      return ascii(source, i, to, keepEscapes);
    }
    int count = utf8Length(source, i, to);
    if (count == 0) {
      reserve(3);
      bytes[length++] = (byte) 0xef;
      bytes[length++] = (byte) 0xbf;
      bytes[length++] = (byte) 0xbd;
      return i + 1;
    }
    raw(source, i, i + count);
    return i + count;
  }

  private int ascii(byte[] source, int i, int to, boolean keepEscapes) {
    byte b = source[i];
    if (b >= 0x20 && b != '"' && b != '\\') {
      raw((char) b);
      return i + 1;
    }
    if (keepEscapes && b == '\\' && i + 1 < to && validEscape(source, i, to)) {
      raw(source, i, i + 2);
      return i + 2;
    }
    escape(b);
    return i + 1;
  }

  private static boolean validEscape(byte[] source, int i, int to) {
    byte kind = source[i + 1];
    if (kind != 'u') {
      return "\"\\/bfnrt".indexOf(kind) >= 0;
    }
    if (i + 6 > to) {
      return false;
    }
    for (int k = i + 2; k < i + 6; k++) {
      if (Character.digit(source[k], 16) < 0) {
        return false;
      }
    }
    return true;
  }

  private void escape(byte b) {
    reserve(6);
    bytes[length++] = '\\';
    switch (b) {
      case '"', '\\' -> bytes[length++] = b;
      case '\n' -> bytes[length++] = 'n';
      case '\r' -> bytes[length++] = 'r';
      case '\t' -> bytes[length++] = 't';
      default -> {
        bytes[length++] = 'u';
        bytes[length++] = '0';
        bytes[length++] = '0';
        bytes[length++] = HEX[b >> 4 & 15];
        bytes[length++] = HEX[b & 15];
      }
    }
  }

  /** Length of the well-formed sequence at {@code i} (Unicode table 3-7), or 0. */
  private static int utf8Length(byte[] s, int i, int to) {
    int lead = s[i] & 0xff;
    if (lead >= 0xc2 && lead <= 0xdf) {
      return continues(s, i + 1, to, 0x80, 0xbf) ? 2 : 0;
    }
    if (lead >= 0xe0 && lead <= 0xef) {
      int low = lead == 0xe0 ? 0xa0 : 0x80;
      int high = lead == 0xed ? 0x9f : 0xbf;
      return continues(s, i + 1, to, low, high) && continues(s, i + 2, to, 0x80, 0xbf) ? 3 : 0;
    }
    if (lead >= 0xf0 && lead <= 0xf4) {
      int low = lead == 0xf0 ? 0x90 : 0x80;
      int high = lead == 0xf4 ? 0x8f : 0xbf;
      return continues(s, i + 1, to, low, high)
              && continues(s, i + 2, to, 0x80, 0xbf)
              && continues(s, i + 3, to, 0x80, 0xbf)
          ? 4
          : 0;
    }
    return 0;
  }

  private static boolean continues(byte[] s, int i, int to, int low, int high) {
    return i < to && (s[i] & 0xff) >= low && (s[i] & 0xff) <= high;
  }

  private void reserve(int count) {
    if (length + count > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + count));
    }
  }
}
