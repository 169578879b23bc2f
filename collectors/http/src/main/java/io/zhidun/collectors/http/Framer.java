package io.zhidun.collectors.http;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a body into records: its lines, or all of it as one. Of a record above the limit only the
 * beginning is kept; the rest is passed over. A carriage return before a line feed is no content.
 */
final class Framer {
  /** So much of a record that is too long is kept. */
  static final int KEPT = 64 << 10;

  private static final int FIRST = 4 << 10;

  private final boolean lines;
  private final int limit;
  private final Reservation reservation;
  private byte[] buffer = new byte[0];
  private int length;
  private boolean tooLong;
  private int consumed;

  Framer(boolean lines, int limit, Reservation reservation) {
    this.lines = lines;
    this.limit = limit;
    this.reservation = reservation;
  }

  /** Where the search goes on after {@link #next}. */
  int consumed() {
    return consumed;
  }

  /** Whether bytes of a record are here whose end has not come. */
  boolean inRecord() {
    return length > 0 || tooLong;
  }

  /** Whether the record that has begun is above the limit already. */
  boolean tooLong() {
    return tooLong;
  }

  /** Takes {@code data[from, to)} up to a record's end; null where none ends here. */
  @Nullable Item next(byte[] data, int from, int to) throws RefusalException {
    int end = lines ? lineFeed(data, from, to) : to;
    append(data, from, end);
    if (!lines || end == to) {
      consumed = to;
      return null;
    }
    consumed = end + 1;
    return take();
  }

  private static int lineFeed(byte[] data, int from, int to) {
    int at = from;
    while (at < to && data[at] != '\n') {
      at++;
    }
    return at;
  }

  private void append(byte[] data, int from, int to) throws RefusalException {
    if (tooLong) {
      return;
    }
    int count = Math.min(to - from, limit - length);
    if (length + count > buffer.length) {
      grow(length + count);
    }
    System.arraycopy(data, from, buffer, length, count);
    length += count;
    if (count < to - from) {
      tooLong = true;
      length = Math.min(length, KEPT);
    }
  }

  private void grow(int needed) throws RefusalException {
    int size = Math.min(limit, Math.max(Math.max(FIRST, needed), 2 * buffer.length));
    reservation.hold(size);
    buffer = Arrays.copyOf(buffer, size);
  }

  /** The rest of the body as a record; null where there is none. */
  @Nullable Item end() {
    return inRecord() ? take() : null;
  }

  /** Gives up the record that has begun; what is kept of it. */
  byte[] abandon() {
    byte[] head = Arrays.copyOf(buffer, Math.min(length, KEPT));
    reset();
    return head;
  }

  private Item take() {
    if (tooLong) {
      return new Item(Item.Kind.TOO_LONG, abandon());
    }
    int end = lines && length > 0 && buffer[length - 1] == '\r' ? length - 1 : length;
    if (isBlank(end)) {
      reset();
      return Item.EMPTY;
    }
    Item item = new Item(Item.Kind.RECORD, Arrays.copyOf(buffer, end));
    reset();
    return item;
  }

  private boolean isBlank(int end) {
    for (int i = 0; i < end; i++) {
      if (buffer[i] != ' ' && buffer[i] != '\t') {
        return false;
      }
    }
    return true;
  }

  /** The reservation stays until the record was shipped; small buffers are used again. */
  private void reset() {
    length = 0;
    tooLong = false;
    if (buffer.length > KEPT) {
      buffer = new byte[0];
    }
  }

  /** Says that what {@link #next} gave is no longer held. */
  void shipped() throws RefusalException {
    reservation.hold(buffer.length);
  }
}
