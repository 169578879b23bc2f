package io.zhidun.collectors.syslog;

import io.zhidun.collectors.core.RejectReason;
import org.jspecify.annotations.Nullable;

/**
 * Finds messages in the bytes of one connection, framed as RFC 6587 describes: by octet counting
 * ({@code 23 <34>1 ...}) or by a line feed behind each message. A connection that begins with
 * anything but a digit is taken to use line feeds for good. Where a count makes no sense, what
 * comes up to the next line feed is taken as one message, so that the stream is found again.
 */
final class SyslogFramer {
  /** More digits than any count may have. */
  private static final int MAX_DIGITS = 9;

  /** A count above this is noise, not a long message. */
  private static final int MAX_PLAUSIBLE = 16 << 20;

  private final int maxMessage;
  private Mode mode = Mode.UNKNOWN;
  private long skipBytes;
  private boolean skipLine;
  private int from;
  private int to;
  private int consumed;
  private @Nullable RejectReason fault;

  SyslogFramer(int maxMessage) {
    this.maxMessage = maxMessage;
  }

  /** Bytes that must fit behind one another for each message to be found. */
  int needed() {
    return maxMessage + MAX_DIGITS + 2;
  }

  /** Start of the message found last. */
  int from() {
    return from;
  }

  /** End of the message found last. */
  int to() {
    return to;
  }

  /** Where the search goes on. */
  int consumed() {
    return consumed;
  }

  /** What was wrong with the message found last, or null. */
  @Nullable RejectReason fault() {
    return fault;
  }

  /** Looks for a message in {@code data[start, end)}; false if more bytes are needed. */
  boolean next(byte[] data, int start, int end) {
    fault = null;
    consumed = skip(data, start, end);
    if (consumed == end) {
      return false;
    }
    boolean digit = data[consumed] >= '1' && data[consumed] <= '9';
    if (mode == Mode.UNKNOWN && !digit) {
      mode = Mode.LINE_FEED;
    }
    if (mode == Mode.LINE_FEED) {
      return line(data, end);
    }
    if (!digit) {
      fault = RejectReason.BAD_FRAME;
      return line(data, end);
    }
    return counted(data, end);
  }

  private int skip(byte[] data, int start, int end) {
    int at = start;
    if (skipBytes > 0) {
      int count = (int) Math.min(skipBytes, end - at);
      skipBytes -= count;
      at += count;
    }
    if (skipLine) {
      int lineFeed = lineFeed(data, at, end);
      skipLine = lineFeed < 0;
      at = lineFeed < 0 ? end : lineFeed + 1;
    }
    // Some senders put a line feed behind a counted message too.
    while (mode == Mode.COUNTED && skipBytes == 0 && at < end && data[at] == '\n') {
      at++;
    }
    return at;
  }

  private boolean counted(byte[] data, int end) {
    int at = consumed;
    long count = 0;
    while (at < end && at - consumed <= MAX_DIGITS && data[at] >= '0' && data[at] <= '9') {
      count = count * 10 + data[at] - '0';
      at++;
    }
    if (at == end && at - consumed <= MAX_DIGITS) {
      return false;
    }
    if (data[at] != ' ' || count > MAX_PLAUSIBLE) {
      return notCounted(data, end, at - consumed > MAX_DIGITS || data[at] == ' ');
    }
    int length = (int) Math.min(count, maxMessage);
    if (end - at - 1 < length) {
      mode = Mode.COUNTED;
      return false;
    }
    mode = Mode.COUNTED;
    skipBytes = count - length;
    fault = count > length ? RejectReason.TOO_LONG : null;
    found(at + 1, at + 1 + length, at + 1 + length);
    return true;
  }

  private boolean notCounted(byte[] data, int end, boolean absurd) {
    if (mode == Mode.COUNTED || absurd) {
      fault = RejectReason.BAD_FRAME;
    } else {
      mode = Mode.LINE_FEED;
    }
    return line(data, end);
  }

  private boolean line(byte[] data, int end) {
    int start = consumed;
    int lineFeed = lineFeed(data, start, end);
    int length = (lineFeed < 0 ? end : lineFeed) - start;
    if (length > maxMessage) {
      fault = RejectReason.TOO_LONG;
      skipLine = lineFeed < 0;
      found(start, start + maxMessage, lineFeed < 0 ? end : lineFeed + 1);
      return true;
    }
    if (lineFeed < 0) {
      return false;
    }
    found(start, lineFeed, lineFeed + 1);
    return true;
  }

  /**
   * The connection ended within {@code data[start, end)}: what is there is a message still. It is a
   * whole one only where line feeds separate.
   */
  boolean last(byte[] data, int start, int end) {
    fault = mode == Mode.LINE_FEED ? null : RejectReason.HALF_FRAME;
    int at = start;
    if (mode == Mode.COUNTED) {
      while (at < end && data[at] >= '0' && data[at] <= '9') {
        at++;
      }
      at = at < end && data[at] == ' ' ? at + 1 : start;
    }
    found(at, Math.min(end, at + maxMessage), end);
    return to > from && !skipLine && skipBytes == 0;
  }

  private void found(int start, int end, int next) {
    from = start;
    to = end;
    consumed = next;
  }

  private static int lineFeed(byte[] data, int start, int end) {
    for (int i = start; i < end; i++) {
      if (data[i] == '\n') {
        return i;
      }
    }
    return -1;
  }

  private enum Mode {
    UNKNOWN,
    COUNTED,
    LINE_FEED
  }
}
