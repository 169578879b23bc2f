package io.zhidun.trust.chain;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The lines of a file, bounded, one at a time. */
final class TrailLines {

  /** The most bytes of a line: content, and room for all around it. */
  static final int MOST_BYTES = Trail.MOST_CONTENT_BYTES + 1024;

  private final InputStream in;
  private final byte[] buffer = new byte[1 << 16];
  private int at;
  private int end;

  TrailLines(InputStream in) {
    this.in = in;
  }

  /**
   * A line.
   *
   * @param bytes without the line's end
   * @param whole whether the line's end was there, and the line not longer than it may be
   */
  record Line(byte[] bytes, boolean whole) {}

  /** The next line; null at the end. */
  @Nullable Line next() throws IOException {
    byte[] line = new byte[0];
    boolean begun = false;
    while (at < end || fill()) {
      begun = true;
      int stop = at;
      while (stop < end && buffer[stop] != '\n') {
        stop++;
      }
      int length = line.length;
      int room = Math.min(stop - at, MOST_BYTES - length);
      line = Arrays.copyOf(line, length + room);
      System.arraycopy(buffer, at, line, length, room);
      boolean tooLong = room < stop - at;
      at = stop;
      if (tooLong) {
        return new Line(line, false);
      }
      if (at < end) {
        at++;
        return new Line(line, true);
      }
    }
    return begun ? new Line(line, false) : null;
  }

  private boolean fill() throws IOException {
    at = 0;
    end = Math.max(0, in.read(buffer));
    return end > 0;
  }
}
