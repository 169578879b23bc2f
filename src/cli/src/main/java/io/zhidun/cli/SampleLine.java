package io.zhidun.cli;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Locale;

/**
 * One line {@code timestamp,value}.
 *
 * @param time the timestamp as it was written
 * @param number the value as it was written
 * @param millis the time since 1970; a time without a zone is taken for UTC
 * @param value finite
 */
record SampleLine(String time, String number, long millis, double value) {
  /** Longest line that can be one. */
  static final int LONGEST = 256;

  /** Epoch numbers from here on are milliseconds: as seconds it would be the year 5138. */
  private static final double FIRST_MILLIS = 1e11;

  private static final double LAST_MILLIS = 2.5e14;

  private static final DateTimeFormatter LOCAL =
      new DateTimeFormatterBuilder()
          .appendPattern("uuuu-MM-dd['T'][' ']HH:mm[:ss]")
          .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
          .toFormatter(Locale.ROOT);

  private static final DateTimeFormatter ZONED =
      new DateTimeFormatterBuilder()
          .append(LOCAL)
          .appendOffset("+HH:mm", "Z")
          .toFormatter(Locale.ROOT);

  /**
   * @throws IllegalArgumentException where the line is none; the message names what is wrong
   */
  static SampleLine of(String line) {
    int comma = line.indexOf(',');
    if (comma < 0 || line.indexOf(',', comma + 1) >= 0) {
      throw new IllegalArgumentException(
          line.chars().filter(c -> c == ',').count() + 1 + " fields instead of timestamp,value");
    }
    String time = line.substring(0, comma).strip();
    String number = line.substring(comma + 1).strip();
    return new SampleLine(time, number, millis(time), value(number));
  }

  private static double value(String text) {
    double value = number(text, "value");
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("value \"" + shown(text) + "\" is not finite");
    }
    return value;
  }

  private static long millis(String text) {
    if (text.indexOf(':') < 0) {
      double epoch = number(text, "timestamp");
      double millis = Math.abs(epoch) < FIRST_MILLIS ? epoch * 1000 : epoch;
      if (!(Math.abs(millis) <= LAST_MILLIS)) {
        throw new IllegalArgumentException("timestamp \"" + shown(text) + "\" is out of range");
      }
      return Math.round(millis);
    }
    try {
      char last = text.charAt(text.length() - 1);
      boolean zoned = last == 'Z' || text.indexOf('+') > 0 || text.lastIndexOf('-') > 7;
      Instant time =
          zoned
              ? OffsetDateTime.parse(text, ZONED).toInstant()
              : LocalDateTime.parse(text, LOCAL).toInstant(ZoneOffset.UTC);
      return time.toEpochMilli();
    } catch (DateTimeException | ArithmeticException e) {
      throw new IllegalArgumentException("timestamp \"" + shown(text) + "\" is not a time", e);
    }
  }

  /** A decimal number; words and hexadecimal forms that Java would take are not. */
  private static double number(String text, String what) {
    boolean digits = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      digits |= c >= '0' && c <= '9';
      if (!(c >= '0' && c <= '9') && "+-.eE".indexOf(c) < 0) {
        throw new IllegalArgumentException(what + " \"" + shown(text) + "\" is not a number");
      }
    }
    try {
      if (digits) {
        return Double.parseDouble(text);
      }
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(what + " \"" + shown(text) + "\" is not a number", e);
    }
    throw new IllegalArgumentException(what + " \"" + shown(text) + "\" is not a number");
  }

  /** What a terminal may be shown of hostile text. */
  private static String shown(String text) {
    String start = text.length() > 40 ? text.substring(0, 40) + "…" : text;
    return start.replaceAll("\\p{Cntrl}", "?");
  }
}
