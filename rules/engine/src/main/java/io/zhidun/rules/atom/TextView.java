package io.zhidun.rules.atom;

import io.zhidun.events.Event;
import io.zhidun.events.ValueType;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * One value of an event as valid UTF-8 without JSON escapes. Points into the event's own bytes
 * where they already are that; else holds a decoded copy in a buffer that is used again. Belongs to
 * one thread.
 */
public final class TextView {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());

  /** The bit of every byte that no ASCII character has. */
  private static final long HIGH_BITS = 0x8080808080808080L;

  private byte[] bytes = new byte[0];
  private int from;
  private int to;
  private byte[] plain = new byte[256];
  private byte[] folded = new byte[256];

  /** Shows a slot's value with all but ASCII letters folded; those the reader's table folds. */
  public void showFolded(Event event, int slot) {
    show(event, slot);
    if (firstNonAscii(bytes, from, to) < to) {
      fold();
    }
  }

  /** Shows a slot's value in its own case. */
  public void showCased(Event event, int slot) {
    show(event, slot);
    if (firstNonAscii(bytes, from, to) < to && !Utf8.isValid(bytes, from, to)) {
      replaceMalformed();
    }
  }

  public byte[] bytes() {
    return bytes;
  }

  public int from() {
    return from;
  }

  public int to() {
    return to;
  }

  private void show(Event event, int slot) {
    bytes = event.data(slot);
    from = event.from(slot);
    to = event.to(slot);
    if (event.type(slot) == ValueType.ESCAPED && indexOfEscape() >= 0) {
      int length = to - from;
      if (plain.length < length) {
        plain = new byte[Math.max(length, plain.length * 2)];
      }
      to = JsonEscapes.resolve(bytes, from, to, plain);
      bytes = plain;
      from = 0;
    }
  }

  private int indexOfEscape() {
    for (int i = from; i < to; i++) {
      if (bytes[i] == '\\') {
        return i;
      }
    }
    return -1;
  }

  private static int firstNonAscii(byte[] bytes, int from, int to) {
    int i = from;
    while (i + Long.BYTES <= to && ((long) LONGS.get(bytes, i) & HIGH_BITS) == 0) {
      i += Long.BYTES;
    }
    while (i < to && bytes[i] >= 0) {
      i++;
    }
    return i;
  }

  private void fold() {
    if (!Utf8.isValid(bytes, from, to)) {
      replaceMalformed();
    }
    int needed = (to - from) * 2 + 4;
    if (folded.length < needed) {
      folded = new byte[needed];
    }
    int out = 0;
    int in = from;
    while (in < to) {
      if (bytes[in] >= 0) {
        folded[out++] = bytes[in++];
        continue;
      }
      int point = Utf8.codePoint(bytes, in);
      in += Utf8.length(bytes[in]);
      out = Utf8.write(Folding.fold(point), folded, out);
    }
    bytes = folded;
    from = 0;
    to = out;
  }

  /** The rare case is left to the JDK, so that it agrees with how the value is shown. */
  private void replaceMalformed() {
    String text = new String(bytes, from, to - from, StandardCharsets.UTF_8);
    bytes = text.getBytes(StandardCharsets.UTF_8);
    from = 0;
    to = bytes.length;
  }

  @Override
  public String toString() {
    return new String(Arrays.copyOfRange(bytes, from, to), StandardCharsets.UTF_8);
  }
}
