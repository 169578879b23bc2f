package io.zhidun.rules.filings.form;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Dates and times as forms write them. A time without a zone is a time in Shanghai. */
final class Times {

  static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private static final int FIRST_YEAR = 1900;
  private static final int LAST_YEAR = 2199;

  private Times() {}

  static @Nullable LocalDate date(@Nullable Field field) {
    return field == null ? null : readDate(field);
  }

  static @Nullable Instant time(@Nullable Field field) {
    return field == null ? null : readTime(field);
  }

  /** {@code 2026-11-20}, {@code 20261120}, {@code 2026.11.20}, {@code 2026年11月20日}. */
  static LocalDate readDate(Field field) {
    String text = Texts.halfWidth(field.text(Limits.ID_CHARS));
    LocalDate date = dateOf(text);
    if (date == null) {
      throw field.fault("must be a date such as 2026-11-20");
    }
    return inRange(date, field);
  }

  /** RFC 3339, the same without a zone or seconds, or a date, which is its begin. */
  static Instant readTime(Field field) {
    String text = Texts.halfWidth(field.text(Limits.ID_CHARS));
    Instant time = timeOf(text);
    if (time == null) {
      throw field.fault("must be a time such as 2026-11-20T02:03:04Z");
    }
    inRange(time.atZone(ZONE).toLocalDate(), field);
    return time;
  }

  static Instant begin(LocalDate date) {
    return date.atStartOfDay(ZONE).toInstant();
  }

  private static LocalDate inRange(LocalDate date, Field field) {
    if (date.getYear() < FIRST_YEAR || date.getYear() > LAST_YEAR) {
      throw field.fault("must be from " + FIRST_YEAR + " to " + LAST_YEAR);
    }
    return date;
  }

  private static @Nullable Instant timeOf(String text) {
    boolean dayOnly = text.indexOf('T') < 0 && text.indexOf(' ') < 0;
    LocalDate day = dayOnly ? dateOf(text) : null;
    if (day != null) {
      return begin(day);
    }
    try {
      String iso = text.length() > 10 && text.charAt(10) == ' ' ? isoOf(text) : text;
      if (zoned(iso)) {
        return iso.endsWith("Z") ? Instant.parse(iso) : OffsetDateTime.parse(iso).toInstant();
      }
      return LocalDateTime.parse(iso).atZone(ZONE).toInstant();
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static String isoOf(String text) {
    return text.substring(0, 10) + 'T' + text.substring(11);
  }

  private static boolean zoned(String iso) {
    return iso.endsWith("Z") || iso.lastIndexOf('+') > 10 || iso.lastIndexOf('-') > 10;
  }

  private static @Nullable LocalDate dateOf(String text) {
    int[] parts = new int[3];
    if (text.length() == 8 && Texts.digits(text)) {
      parts[0] = Integer.parseInt(text, 0, 4, 10);
      parts[1] = Integer.parseInt(text, 4, 6, 10);
      parts[2] = Integer.parseInt(text, 6, 8, 10);
    } else if (!split(text, parts)) {
      return null;
    }
    try {
      return LocalDate.of(parts[0], parts[1], parts[2]);
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** Year, month and day with one sign between them; a zone or time of day behind is left. */
  private static boolean split(String text, int[] parts) {
    if (text.length() < 8) {
      return false;
    }
    int part = 0;
    int digits = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') {
        parts[part] = parts[part] * 10 + (c - '0');
        if (++digits > (part == 0 ? 4 : 2)) {
          return false;
        }
      } else if (digits == 0 || part == 0 && digits != 4) {
        return false;
      } else if (part == 2) {
        return c == '日' || c == '-' || c == '+' || c == 'Z' || c == 'T' || c == ' ';
      } else if ("-./年月".indexOf(c) < 0) {
        return false;
      } else {
        part++;
        digits = 0;
      }
    }
    return part == 2 && digits > 0;
  }
}
