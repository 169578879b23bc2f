package io.zhidun.collectors.file;

import io.zhidun.collectors.core.RejectReason;
import io.zhidun.collectors.core.ReplayOutlet;

/**
 * Cuts blocks into lines and offers each under its number. Speed matters here: nothing is allocated
 * per line but the record's own bytes.
 */
final class LineFramer {
  private final ReplayOutlet outlet;
  private final int maxLine;
  private long sequence;
  private boolean skipping;
  private boolean blocked;

  LineFramer(ReplayOutlet outlet, int maxLine) {
    this.outlet = outlet;
    this.maxLine = maxLine;
  }

  /** Number of the next line. */
  long sequence() {
    return sequence;
  }

  void next(long first) {
    sequence = first;
  }

  /** Whether the bytes before the next line feed belong to a line that was cut. */
  boolean skipping() {
    return skipping;
  }

  void skipRest(boolean skip) {
    skipping = skip;
  }

  /** Whether the last call ended because the outlet had no room. */
  boolean blocked() {
    return blocked;
  }

  /**
   * Offers the complete lines in {@code data[0, length)}.
   *
   * @return bytes that are done with
   */
  int frame(byte[] data, int length, long receivedMicros) {
    blocked = false;
    int start = 0;
    for (int end = lineFeed(data, start, length); end >= 0; end = lineFeed(data, start, length)) {
      if (skipping) {
        skipping = false;
      } else if (!line(data, start, end, receivedMicros)) {
        return start;
      }
      start = end + 1;
    }
    return open(data, start, length, receivedMicros);
  }

  /** The piece behind the last line feed: shipped only when it can no longer become a record. */
  private int open(byte[] data, int start, int length, long receivedMicros) {
    if (skipping) {
      return length;
    }
    if (length - start <= maxLine) {
      return start;
    }
    if (!line(data, start, length, receivedMicros)) {
      return start;
    }
    skipping = true;
    return length;
  }

  /** Offers the last, unterminated line of a file that is finished; false if there is no room. */
  boolean last(byte[] data, int length, long receivedMicros) {
    return skipping || length == 0 || line(data, 0, length, receivedMicros);
  }

  private boolean line(byte[] data, int from, int to, long receivedMicros) {
    if (from == to) {
      count(RejectReason.EMPTY, readFirst());
      return true;
    }
    if (to - from > maxLine) {
      return cut(data, from, receivedMicros);
    }
    return offer(data, from, to, receivedMicros);
  }

  private boolean cut(byte[] data, int from, long receivedMicros) {
    boolean first = readFirst();
    if (!offer(data, from, from + maxLine, receivedMicros)) {
      return false;
    }
    count(RejectReason.TOO_LONG, first);
    return true;
  }

  private boolean offer(byte[] data, int from, int to, long receivedMicros) {
    blocked = !outlet.offer(sequence, data, from, to, receivedMicros);
    if (!blocked) {
      sequence++;
    }
    return !blocked;
  }

  /** Whether this place was not read by an earlier run, which counted then. */
  private boolean readFirst() {
    return sequence >= outlet.next();
  }

  private void count(RejectReason reason, boolean first) {
    if (first) {
      outlet.counters().rejected(reason);
    }
  }

  private static int lineFeed(byte[] data, int from, int to) {
    for (int i = from; i < to; i++) {
      if (data[i] == '\n') {
        return i;
      }
    }
    return -1;
  }
}
