package io.zhidun.events;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;

/** Reads {@code @timestamp}, the usual form without the detour over texts. */
final class Timestamps {
  /** Length of {@code 2026-11-27T03:04:05}. */
  private static final int SECONDS_LENGTH = 19;

  private static final int DIGITS_OF_MICROS = 6;
  private static final int DIGITS_OF_NANOS = 9;

  private Timestamps() {}

  /** Microseconds since the Unix epoch; 0 where the value is no time of RFC 3339. */
  static long micros(Event event, int slot) {
    if (event.type(slot) == ValueType.TEXT) {
      long usual = usual(event.data(slot), event.from(slot), event.to(slot));
      if (usual != Long.MIN_VALUE) {
        return usual;
      }
    }
    try {
      Instant instant = OffsetDateTime.parse(event.textAt(slot)).toInstant();
      return instant.getEpochSecond() * 1_000_000 + instant.getNano() / 1000;
    } catch (DateTimeException unreadable) {
      return 0;
    }
  }

  /** A time in UTC with at most nine digits of fraction, or the least number for any other. */
  private static long usual(byte[] b, int from, int to) {
    int end = to - 1;
    if (to - from <= SECONDS_LENGTH || b[end] != 'Z' || !isShaped(b, from)) {
      return Long.MIN_VALUE;
    }
    int year = digits(b, from, 4);
    int month = digits(b, from + 5, 2);
    int day = digits(b, from + 8, 2);
    int hour = digits(b, from + 11, 2);
    int minute = digits(b, from + 14, 2);
    int second = digits(b, from + 17, 2);
    long fraction = fraction(b, from + SECONDS_LENGTH, end);
    // The last days of a month are left to the library, which knows which months have them.
    boolean plain = year > 0 && month >= 1 && month <= 12 && day >= 1 && day <= 28;
    boolean inDay = hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second >= 0;
    if (!plain || !inDay || second >= 60 || fraction < 0) {
      return Long.MIN_VALUE;
    }
    long days = LocalDate.of(year, month, day).toEpochDay();
    return (days * 86_400 + hour * 3_600L + minute * 60L + second) * 1_000_000 + fraction;
  }

  private static boolean isShaped(byte[] b, int from) {
    return b[from + 4] == '-'
        && b[from + 7] == '-'
        && b[from + 10] == 'T'
        && b[from + 13] == ':'
        && b[from + 16] == ':';
  }

  private static int digits(byte[] b, int from, int count) {
    int value = 0;
    for (int i = from; i < from + count; i++) {
      int digit = b[i] - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      value = value * 10 + digit;
    }
    return value;
  }

  /** Micros of {@code .123456789}, cut; 0 for nothing, negative for anything else. */
  private static long fraction(byte[] b, int from, int to) {
    if (from == to) {
      return 0;
    }
    int count = to - from - 1;
    if (b[from] != '.' || count < 1 || count > DIGITS_OF_NANOS) {
      return -1;
    }
    long micros = 0;
    for (int i = 0; i < Math.max(count, DIGITS_OF_MICROS); i++) {
      int digit = i < count ? b[from + 1 + i] - '0' : 0;
      if (digit < 0 || digit > 9) {
        return -1;
      }
      if (i < DIGITS_OF_MICROS) {
        micros = micros * 10 + digit;
      }
    }
    return micros;
  }
}
