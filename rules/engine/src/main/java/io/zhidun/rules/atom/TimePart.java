package io.zhidun.rules.atom;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.Locale;
import java.util.Optional;

/**
 * A part of a time stamp as it is written: Sigma's time modifiers convert neither zones nor
 * formats. Reads {@code 2026-11-27T03:04:05.123+08:00}, with a blank instead of {@code T}, and with
 * any of what stands behind the minutes missing (RFC 3339, ISO 8601).
 */
public enum TimePart {
  MINUTE(0, 59),
  HOUR(0, 23),
  DAY(1, 31),
  /** Week of ISO 8601; a year may have 53, which the specification's 52 forgets. */
  WEEK(1, 53),
  MONTH(1, 12),
  YEAR(0, 9999);

  private static final int DATE_LENGTH = 10;
  private static final int MINUTES_LENGTH = 16;
  private static final int NONE = -1;

  private final int least;
  private final int most;

  TimePart(int least, int most) {
    this.least = least;
    this.most = most;
  }

  /** The part that a modifier names. */
  public static Optional<TimePart> named(String modifier) {
    for (TimePart part : values()) {
      if (part.label().equals(modifier)) {
        return Optional.of(part);
      }
    }
    return Optional.empty();
  }

  /** The modifier. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  public int least() {
    return least;
  }

  public int most() {
    return most;
  }

  /** The part of the time stamp in {@code b[from, to)}, or -1 if it is none. */
  int of(byte[] b, int from, int to) {
    if (to - from < MINUTES_LENGTH || !isShaped(b, from, to)) {
      return NONE;
    }
    int year = digits(b, from, 4);
    int month = digits(b, from + 5, 2);
    int day = digits(b, from + 8, 2);
    int hour = digits(b, from + 11, 2);
    int minute = digits(b, from + 14, 2);
    if (year < 0 || hour < 0 || hour > 23 || minute < 0 || minute > 59) {
      return NONE;
    }
    try {
      LocalDate date = LocalDate.of(year, month, day);
      return switch (this) {
        case MINUTE -> minute;
        case HOUR -> hour;
        case DAY -> day;
        case WEEK -> date.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
        case MONTH -> month;
        case YEAR -> year;
      };
    } catch (DateTimeException noSuchDay) {
      return NONE;
    }
  }

  private static boolean isShaped(byte[] b, int from, int to) {
    byte between = b[from + DATE_LENGTH];
    return b[from + 4] == '-'
        && b[from + 7] == '-'
        && (between == 'T' || between == 't' || between == ' ')
        && b[from + 13] == ':'
        && (to - from == MINUTES_LENGTH || ends(b[from + MINUTES_LENGTH]));
  }

  /** What may stand behind the minutes: seconds or a zone. */
  private static boolean ends(byte next) {
    return next == ':' || next == 'Z' || next == 'z' || next == '+' || next == '-';
  }

  private static int digits(byte[] b, int from, int count) {
    int value = 0;
    for (int i = from; i < from + count; i++) {
      int digit = b[i] - '0';
      if (digit < 0 || digit > 9) {
        return NONE;
      }
      value = value * 10 + digit;
    }
    return value;
  }
}
