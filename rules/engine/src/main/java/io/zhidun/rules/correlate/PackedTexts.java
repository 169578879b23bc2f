package io.zhidun.rules.correlate;

import io.zhidun.events.Event;
import io.zhidun.events.ValueType;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Texts one behind another in one array, so that a match is two objects for the garbage collector
 * and not two for each of its values. Of each text its length in UTF-8 plus one, in groups of seven
 * bits, the lowest first; then its bytes. Zero stands for no text.
 */
final class PackedTexts {
  static final byte[] NONE = {};

  private static final int BITS = 7;
  private static final int MORE = 1 << BITS;

  /** Nothing that is packed is longer. */
  private static final int LONGEST = 1 << 28;

  private byte[] bytes;
  private int used;

  /**
   * @param size of all that will be added; exact is best
   */
  PackedTexts(int size) {
    bytes = new byte[size];
  }

  void add(@Nullable String text) {
    if (text == null) {
      addLength(-1);
    } else {
      byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
      add(utf8, 0, utf8.length);
    }
  }

  void add(byte[] from, int start, int end) {
    addLength(end - start);
    System.arraycopy(from, start, bytes, used, end - start);
    used += end - start;
  }

  private void addLength(int length) {
    if (length >= LONGEST) {
      throw new IllegalArgumentException("a text of " + length + " bytes is too long to be packed");
    }
    if (bytes.length - used < room(length)) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, used + room(length)));
    }
    int rest = length + 1;
    while (rest >= MORE) {
      bytes[used++] = (byte) (rest | MORE);
      rest >>>= BITS;
    }
    bytes[used++] = (byte) rest;
  }

  byte[] packed() {
    return used == bytes.length ? bytes : Arrays.copyOf(bytes, used);
  }

  /** Bytes that {@link #add} of so many takes, or of none where that is -1. */
  static int room(int length) {
    int room = Math.max(0, length) + 1;
    for (int rest = length + 1; rest >= MORE; rest >>>= BITS) {
      room++;
    }
    return room;
  }

  /** Whether a value's bytes are its text in UTF-8 as they lie. */
  static boolean isPlain(Event event, int slot, int longest) {
    int from = event.from(slot);
    int to = event.to(slot);
    byte type = event.type(slot);
    if (type == ValueType.NULL || to - from > longest) {
      return false;
    }
    if (type == ValueType.ESCAPED) {
      byte[] data = event.data(slot);
      for (int i = from; i < to; i++) {
        if (data[i] == '\\') {
          return false;
        }
      }
    }
    return true;
  }

  /** Where the text of an index begins in {@code packed}, for {@link #length} and the others. */
  static int at(byte[] packed, int index) {
    int at = 0;
    for (int i = 0; i < index; i++) {
      at = bytesAt(packed, at) + Math.max(0, length(packed, at));
    }
    return at;
  }

  /** Length in bytes of the text there, or -1 where there is none. */
  static int length(byte[] packed, int at) {
    int length = packed[at] & MORE - 1;
    for (int i = at, shift = BITS; packed[i] < 0; shift += BITS) {
      length |= (packed[++i] & MORE - 1) << shift;
    }
    return length - 1;
  }

  /** Where the bytes of the text there begin. */
  static int bytesAt(byte[] packed, int at) {
    int i = at;
    while (packed[i] < 0) {
      i++;
    }
    return i + 1;
  }

  /** The text there, or null where there is none; what is no UTF-8 is replaced by U+FFFD. */
  static @Nullable String text(byte[] packed, int at) {
    int length = length(packed, at);
    return length < 0
        ? null
        : new String(packed, bytesAt(packed, at), length, StandardCharsets.UTF_8);
  }
}
