package io.zhidun.stream.normalize;

import io.zhidun.events.Event;
import io.zhidun.events.FieldNames;
import io.zhidun.events.ValueType;
import java.time.ZoneId;

/**
 * Reads the header of a syslog line: RFC 3164 with or without priority, RFC 5424, and the form with
 * an RFC 3339 time that rsyslog writes to files. Belongs to one thread.
 */
final class SyslogHeader {
  private static final int HOST = FieldNames.id("host.name");
  private static final int PROGRAM = FieldNames.id("process.name");
  private static final int PID = FieldNames.id("process.pid");
  private static final int PRIORITY = FieldNames.id("log.syslog.priority");
  private static final int MESSAGE_ID = FieldNames.id("log.syslog.msgid");
  private static final int DATA = FieldNames.id("vendor.syslog.structured_data");

  /** Longest host or program name; RFC 5424 section 6 allows 255 and 48. */
  private static final int MAX_NAME = 255;

  private final TimeParser times;
  private int at;
  private int end;
  private int programFrom;
  private int programTo;
  private long micros;

  SyslogHeader(TimeParser times) {
    this.times = times;
  }

  /** Start of the message behind the header. */
  int bodyFrom() {
    return at;
  }

  int programFrom() {
    return programFrom;
  }

  int programTo() {
    return programTo;
  }

  /** The time in the header, or {@link TimeParser#NONE}. */
  long micros() {
    return micros;
  }

  /** Reads a header and puts its fields; false when the line has none. */
  boolean read(byte[] b, int from, int to, ZoneId zone, long receivedMicros, Event event) {
    at = from;
    end = to;
    programFrom = programTo = from;
    micros = TimeParser.NONE;
    boolean priority = priority(b, event);
    if (priority && at + 1 < end && b[at] == '1' && b[at + 1] == ' ') {
      return rfc5424(b, zone, event);
    }
    if (at < end && b[at] >= '0' && b[at] <= '9') {
      micros = times.rfc3339(b, at, end, zone);
      if (micros == TimeParser.NONE) {
        return priority && undated(b, event);
      }
      at = times.end();
    } else {
      micros = times.bsd(b, at, end, zone, receivedMicros);
      if (micros == TimeParser.NONE) {
        return priority && undated(b, event);
      }
      at += 15;
    }
    if (at >= end || b[at] != ' ') {
      return false;
    }
    at++;
    return word(b, HOST, event) && tag(b, event);
  }

  /** A line with a priority and no readable time: everything behind is taken as tag and message. */
  private boolean undated(byte[] b, Event event) {
    tag(b, event);
    return true;
  }

  private boolean priority(byte[] b, Event event) {
    if (at >= end || b[at] != '<') {
      return false;
    }
    int close = Slice.indexOf(b, at, Math.min(end, at + 5), (byte) '>');
    long value = close < 0 ? -1 : Slice.number(b, at + 1, close);
    if (value < 0 || value > 191) {
      return false;
    }
    if (b[at + 1] != '0' || close == at + 2) {
      event.put(PRIORITY, ValueType.NUMBER, b, at + 1, close);
    }
    at = close + 1;
    return true;
  }

  private boolean word(byte[] b, int field, Event event) {
    int space = Slice.indexOf(b, at, end, (byte) ' ');
    if (space <= at || space - at > MAX_NAME) {
      return false;
    }
    if (space - at != 1 || b[at] != '-') {
      event.put(field, ValueType.TEXT, b, at, space);
    }
    at = space + 1;
    return true;
  }

  /** {@code sshd[123]: } or {@code nginx: }; without a colon the whole rest is the message. */
  private boolean tag(byte[] b, Event event) {
    int i = at;
    while (i < end && b[i] != '[' && b[i] != ':' && b[i] != ' ') {
      i++;
    }
    if (i == at || i == end || b[i] == ' ' || i - at > MAX_NAME) {
      return true;
    }
    int close = i;
    if (b[i] == '[') {
      close = Slice.indexOf(b, i, end, (byte) ']');
      if (close < 0 || close + 1 >= end || b[close + 1] != ':') {
        return true;
      }
      close++;
    }
    programFrom = at;
    programTo = i;
    event.put(PROGRAM, ValueType.TEXT, b, at, i);
    if (close > i && CaptureType.INT.accepts(b, i + 1, close - 1)) {
      event.put(PID, ValueType.NUMBER, b, i + 1, close - 1);
    }
    at = close + 1;
    // One blank is the rule; sudo pads its user to eight columns.
    while (at < end && b[at] == ' ') {
      at++;
    }
    return true;
  }

  private boolean rfc5424(byte[] b, ZoneId zone, Event event) {
    at += 2;
    int space = Slice.indexOf(b, at, end, (byte) ' ');
    if (space < 0) {
      return false;
    }
    micros = times.rfc3339(b, at, space, zone);
    at = space + 1;
    if (!word(b, HOST, event)) {
      return false;
    }
    programFrom = at;
    if (!word(b, PROGRAM, event)) {
      return false;
    }
    programTo = at - 1;
    int pidFrom = at;
    int pidTo = Slice.indexOf(b, at, end, (byte) ' ');
    if (pidTo < 0) {
      return false;
    }
    if (CaptureType.INT.accepts(b, pidFrom, pidTo)) {
      event.put(PID, ValueType.NUMBER, b, pidFrom, pidTo);
    }
    at = pidTo + 1;
    return word(b, MESSAGE_ID, event) && structuredData(b, event);
  }

  private boolean structuredData(byte[] b, Event event) {
    int from = at;
    if (at < end && b[at] == '-') {
      at++;
    } else {
      boolean quoted = false;
      boolean open = false;
      while (at < end && (b[at] == '[' || open)) {
        open = true;
        for (; at < end && open; at++) {
          if (b[at] == '\\' && quoted) {
            at++;
          } else if (b[at] == '"') {
            quoted = !quoted;
          } else if (b[at] == ']' && !quoted) {
            open = false;
          }
        }
      }
      if (open || at == from) {
        return false;
      }
      event.put(DATA, ValueType.TEXT, b, from, Math.min(at, end));
    }
    // One blank is the rule; rsyslog hands on the one behind the old form's tag as well.
    while (at < end && b[at] == ' ') {
      at++;
    }
    byteOrderMark(b);
    return true;
  }

  private void byteOrderMark(byte[] b) {
    if (end - at >= 3
        && b[at] == (byte) 0xef
        && b[at + 1] == (byte) 0xbb
        && b[at + 2] == (byte) 0xbf) {
      at += 3;
    }
  }
}
