package io.zhidun.rules.atom;

import io.zhidun.events.Event;
import io.zhidun.events.ValueType;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * One value of an event as valid UTF-8 without JSON escapes. Points into the event's own bytes
 * where they already are that; else holds a decoded copy. Between two calls of {@link #begin} it
 * remembers what it decoded, so that many questions to one value decode it once. Belongs to one
 * thread.
 */
public final class TextView {
  /** Copies of one event beyond this are let go of before the next. */
  private static final int LARGEST_KEPT = 1 << 20;

  private static final int SLOT = 4;
  private static final int FROM = 1;
  private static final int TO = 2;
  private static final int IS_ASCII = 3;

  private byte[] bytes = new byte[0];
  private int from;
  private int to;
  private boolean isAscii;

  /** Decoded copies; those of remembered values lie before {@link #used}. */
  private byte[] copies = new byte[1024];

  private int used;
  private int generation;

  /** By slot: generation in which its folded form was remembered, and where it lies. */
  private int[] places = new int[64 * SLOT];

  private byte[][] arrays = new byte[64][];

  /** Forgets what it decoded; from now on it remembers, and is asked about one event only. */
  public void begin() {
    if (copies.length > LARGEST_KEPT) {
      copies = new byte[1024];
    }
    used = 0;
    if (++generation <= 0) {
      Arrays.fill(places, 0);
      generation = 1;
    }
  }

  /** Whether what was shown stays where it is until the next {@link #begin}. */
  boolean remembers() {
    return generation > 0;
  }

  /** Shows a slot's value with all but ASCII letters folded; those the reader's table folds. */
  public void showFolded(Event event, int slot) {
    int at = slot * SLOT;
    if (generation > 0 && at < places.length && places[at] == generation) {
      bytes = arrays[slot];
      from = places[at + FROM];
      to = places[at + TO];
      isAscii = places[at + IS_ASCII] != 0;
      return;
    }
    show(event, slot);
    isAscii = event.isPlain(slot) || Utf8.firstNonAscii(bytes, from, to) == to;
    if (!isAscii) {
      fold();
    }
    if (generation > 0) {
      remember(slot);
    }
  }

  /**
   * Whether a slot's value holds escapes that were not resolved yet, and yet its letters, digits
   * and blanks can be looked for as it stands: it is ASCII without escapes by number.
   */
  public boolean isReadableAsWritten(Event event, int slot) {
    int at = slot * SLOT;
    boolean known = at < places.length && places[at] == generation;
    return !known
        && event.type(slot) == ValueType.ESCAPED
        && (event.isPlain(slot)
            || JsonEscapes.isSimple(event.data(slot), event.from(slot), event.to(slot)));
  }

  private void remember(int slot) {
    if (slot >= arrays.length) {
      arrays = Arrays.copyOf(arrays, slot * 2);
      places = Arrays.copyOf(places, slot * 2 * SLOT);
    }
    int at = slot * SLOT;
    arrays[slot] = bytes;
    places[at] = generation;
    places[at + FROM] = from;
    places[at + TO] = to;
    places[at + IS_ASCII] = isAscii ? 1 : 0;
    if (bytes == copies) {
      used = to;
    }
  }

  /** Shows a slot's value in its own case. */
  public void showCased(Event event, int slot) {
    show(event, slot);
    isAscii = event.isPlain(slot) || Utf8.firstNonAscii(bytes, from, to) == to;
    if (!isAscii && !Utf8.isValid(bytes, from, to)) {
      replaceMalformed();
    }
  }

  /** A slot's value as text. */
  public String text(Event event, int slot) {
    show(event, slot);
    return new String(bytes, from, to - from, StandardCharsets.UTF_8);
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

  /** Whether the value shown last was ASCII as it stood, and is shown in its own case. */
  boolean isAscii() {
    return isAscii;
  }

  private void show(Event event, int slot) {
    bytes = event.data(slot);
    from = event.from(slot);
    to = event.to(slot);
    if (event.type(slot) == ValueType.ESCAPED) {
      byte[] escaped = bytes;
      makeRoom(used, to - from);
      to = JsonEscapes.resolve(escaped, from, to, copies, used);
      bytes = copies;
      from = used;
    }
  }

  /** Room for more copies; those before stay where they are for whoever holds the old array. */
  private void makeRoom(int start, int length) {
    if (copies.length - start < length) {
      copies = Arrays.copyOf(copies, Math.max(start + length, copies.length * 2));
    }
  }

  private void fold() {
    if (!Utf8.isValid(bytes, from, to)) {
      replaceMalformed();
    }
    byte[] in = bytes;
    int start = in == copies ? to : used;
    makeRoom(start, (to - from) * 2 + 4);
    int out = start;
    int at = from;
    while (at < to) {
      int plain = Utf8.firstNonAscii(in, at, to) - at;
      System.arraycopy(in, at, copies, out, plain);
      at += plain;
      out += plain;
      if (at == to) {
        break;
      }
      int point = Utf8.codePoint(in, at);
      at += Utf8.length(in[at]);
      out = Utf8.write(Folding.fold(point), copies, out);
    }
    bytes = copies;
    from = start;
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
