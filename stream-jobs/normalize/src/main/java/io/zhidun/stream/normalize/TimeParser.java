package io.zhidun.stream.normalize;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;

/**
 * Reads the time stamps of logs into microseconds since the Unix epoch. Neighbouring lines mostly
 * share a second, so the last second of each kind is kept. Belongs to one thread.
 */
final class TimeParser {
  /** What every method returns for text that is no time. */
  static final long NONE = Long.MIN_VALUE;

  /** A stamp without a year is never taken to lie further in the future than this. */
  private static final long FUTURE_TOLERANCE_SECONDS = 86_400;

  private static final byte[] MONTHS =
      "JanFebMarAprMayJunJulAugSepOctNovDec".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
  private static final int BSD_LENGTH = 15;
  private static final int CLF_LENGTH = 26;
  private static final int SECONDS_LENGTH = 19;

  private final byte[] lastBsd = new byte[BSD_LENGTH];
  private ZoneId lastBsdZone = ZoneOffset.UTC;
  private long lastBsdDay = Long.MIN_VALUE;
  private long lastBsdMicros = NONE;

  private final byte[] lastClf = new byte[CLF_LENGTH];
  private long lastClfMicros = NONE;

  private final byte[] lastIso = new byte[SECONDS_LENGTH];
  private long lastIsoSecond = NONE;

  private int end;

  /** Index behind what the last successful {@link #rfc3339} read. */
  int end() {
    return end;
  }

  /**
   * {@code Mar 10 00:00:00} as RFC 3164 section 4.1.2 has it: no year, no zone. The year is the
   * latest that does not put the stamp more than a day behind the receive time's future.
   */
  long bsd(byte[] b, int from, int to, ZoneId zone, long receivedMicros) {
    if (to - from < BSD_LENGTH) {
      return NONE;
    }
    long day = Math.floorDiv(receivedMicros, 86_400_000_000L);
    if (lastBsdMicros != NONE
        && day == lastBsdDay
        && zone.equals(lastBsdZone)
        && Arrays.equals(lastBsd, 0, BSD_LENGTH, b, from, from + BSD_LENGTH)) {
      return lastBsdMicros;
    }
    long micros = readBsd(b, from, zone, receivedMicros);
    if (micros != NONE) {
      System.arraycopy(b, from, lastBsd, 0, BSD_LENGTH);
      lastBsdZone = zone;
      lastBsdDay = day;
      lastBsdMicros = micros;
    }
    return micros;
  }

  private static long readBsd(byte[] b, int from, ZoneId zone, long receivedMicros) {
    int month = month(b, from);
    int dayOfMonth = b[from + 4] == ' ' ? digit(b, from + 5) : two(b, from + 4);
    int secondOfDay = clock(b, from + 7);
    if (month < 0
        || dayOfMonth < 1
        || secondOfDay < 0
        || b[from + 3] != ' '
        || b[from + 6] != ' ') {
      return NONE;
    }
    Instant received = Instant.ofEpochSecond(Math.floorDiv(receivedMicros, 1_000_000L));
    int year = received.atZone(zone).getYear() + 1;
    // 29 February exists in one year of at most eight.
    for (int back = 0; back <= 9; back++) {
      long second = local(year - back, month, dayOfMonth, secondOfDay, zone);
      if (second != NONE && second <= received.getEpochSecond() + FUTURE_TOLERANCE_SECONDS) {
        return second * 1_000_000;
      }
    }
    return NONE;
  }

  private static long local(int year, int month, int day, int secondOfDay, ZoneId zone) {
    if (day > LocalDate.of(year, month, 1).lengthOfMonth()) {
      return NONE;
    }
    return LocalDateTime.of(year, month, day, 0, 0)
        .plusSeconds(secondOfDay)
        .atZone(zone)
        .toEpochSecond();
  }

  /** {@code 10/Mar/2026:00:00:00 +0000}, the time of web servers' common log format. */
  long clf(byte[] b, int from, int to) {
    if (to - from != CLF_LENGTH) {
      return NONE;
    }
    if (lastClfMicros != NONE && Arrays.equals(lastClf, 0, CLF_LENGTH, b, from, to)) {
      return lastClfMicros;
    }
    long micros = readClf(b, from);
    if (micros != NONE) {
      System.arraycopy(b, from, lastClf, 0, CLF_LENGTH);
      lastClfMicros = micros;
    }
    return micros;
  }

  private static long readClf(byte[] b, int from) {
    int day = two(b, from);
    int month = month(b, from + 3);
    int year = four(b, from + 7);
    int secondOfDay = clock(b, from + 12);
    int hours = two(b, from + 22);
    int minutes = two(b, from + 24);
    int sign = b[from + 21] == '+' ? 1 : b[from + 21] == '-' ? -1 : 0;
    if (day < 1
        || month < 0
        || year < 1
        || secondOfDay < 0
        || hours < 0
        || minutes < 0
        || sign == 0) {
      return NONE;
    }
    long second = local(year, month, day, secondOfDay, ZoneOffset.UTC);
    return second == NONE ? NONE : (second - sign * (hours * 3600L + minutes * 60L)) * 1_000_000;
  }

  /**
   * {@code 2026-11-22T15:04:05.123456+08:00} as RFC 3339 has it; digits beyond microseconds are
   * cut, a missing zone is {@code zone}. {@link #end()} is the index behind.
   */
  long rfc3339(byte[] b, int from, int to, ZoneId zone) {
    if (to - from < SECONDS_LENGTH) {
      return NONE;
    }
    long second = isoSecond(b, from);
    if (second == NONE) {
      return NONE;
    }
    int i = from + SECONDS_LENGTH;
    int fraction = 0;
    if (i < to && (b[i] == '.' || b[i] == ',')) {
      int scale = 100_000;
      for (i++; i < to && b[i] >= '0' && b[i] <= '9'; i++) {
        fraction += (b[i] - '0') * scale;
        scale /= 10;
      }
    }
    return zoned(b, i, to, second, zone) + fraction;
  }

  private long zoned(byte[] b, int at, int to, long second, ZoneId zone) {
    end = at;
    if (at < to && (b[at] | 0x20) == 'z') {
      end = at + 1;
      return second * 1_000_000;
    }
    int sign = at < to ? b[at] == '+' ? 1 : b[at] == '-' ? -1 : 0 : 0;
    boolean colon = at + 3 < to && b[at + 3] == ':';
    int minutesAt = colon ? at + 4 : at + 3;
    if (sign != 0 && minutesAt + 2 <= to) {
      int hours = two(b, at + 1);
      int minutes = two(b, minutesAt);
      if (hours >= 0 && minutes >= 0) {
        end = minutesAt + 2;
        return (second - sign * (hours * 3600L + minutes * 60L)) * 1_000_000;
      }
    }
    return LocalDateTime.ofEpochSecond(second, 0, ZoneOffset.UTC).atZone(zone).toEpochSecond()
        * 1_000_000;
  }

  /** The first nineteen bytes as if they were UTC. */
  private long isoSecond(byte[] b, int from) {
    if (lastIsoSecond != NONE
        && Arrays.equals(lastIso, 0, SECONDS_LENGTH, b, from, from + SECONDS_LENGTH)) {
      return lastIsoSecond;
    }
    int year = four(b, from);
    int month = two(b, from + 5);
    int day = two(b, from + 8);
    int secondOfDay = clock(b, from + 11);
    boolean shaped =
        b[from + 4] == '-'
            && b[from + 7] == '-'
            && (b[from + 10] == 'T' || b[from + 10] == 't' || b[from + 10] == ' ');
    if (!shaped || year < 1 || month < 1 || month > 12 || day < 1 || secondOfDay < 0) {
      return NONE;
    }
    try {
      long second = local(year, month, day, secondOfDay, ZoneOffset.UTC);
      if (second != NONE) {
        System.arraycopy(b, from, lastIso, 0, SECONDS_LENGTH);
        lastIsoSecond = second;
      }
      return second;
    } catch (DateTimeException outOfRange) {
      return NONE;
    }
  }

  private static int month(byte[] b, int at) {
    for (int month = 0; month < 12; month++) {
      if (b[at] == MONTHS[month * 3]
          && b[at + 1] == MONTHS[month * 3 + 1]
          && b[at + 2] == MONTHS[month * 3 + 2]) {
        return month + 1;
      }
    }
    return -1;
  }

  /**
   * Second of the day of {@code hh:mm:ss}, or -1; a leap second counts as the last ordinary one.
   */
  private static int clock(byte[] b, int at) {
    int hours = two(b, at);
    int minutes = two(b, at + 3);
    int seconds = two(b, at + 6);
    boolean valid =
        b[at + 2] == ':'
            && b[at + 5] == ':'
            && hours >= 0
            && hours < 24
            && minutes >= 0
            && minutes < 60
            && seconds >= 0
            && seconds <= 60;
    return valid ? hours * 3600 + minutes * 60 + Math.min(seconds, 59) : -1;
  }

  private static int digit(byte[] b, int at) {
    int digit = b[at] - '0';
    return digit >= 0 && digit <= 9 ? digit : -1;
  }

  private static int two(byte[] b, int at) {
    int tens = digit(b, at);
    int ones = digit(b, at + 1);
    return tens < 0 || ones < 0 ? -1 : tens * 10 + ones;
  }

  private static int four(byte[] b, int at) {
    int high = two(b, at);
    int low = two(b, at + 2);
    return high < 0 || low < 0 ? -1 : high * 100 + low;
  }
}
