package io.zhidun.rules.judge;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Objects;

/**
 * When somebody is usually at work, on the duty calendar.
 *
 * @param days which days
 * @param from first time of the day
 * @param to the end; before {@code from} where it is on the next day
 */
record UsualHours(Days days, LocalTime from, LocalTime to) {
  /** At any time. */
  static final UsualHours ANY = new UsualHours(Days.ALL, LocalTime.MIN, LocalTime.MAX);

  /** When the duty calendar says so. */
  static final UsualHours DUTY = new UsualHours(Days.DUTY, LocalTime.MIN, LocalTime.MAX);

  private static final String DAILY = "daily ";

  enum Days {
    ALL,
    DAILY,
    WORKDAYS,
    DUTY
  }

  UsualHours {
    Objects.requireNonNull(days, "days");
    if (from.equals(to)) {
      throw new IllegalArgumentException("hours must not end when they begin, at " + from);
    }
  }

  /**
   * Reads {@code duty} (when the duty calendar says that people are at work), {@code 08:00-20:00}
   * (on its workdays), {@code daily 08:00-20:00}, or nothing (at any time).
   */
  static UsualHours parse(String text) {
    if (text.isEmpty()) {
      return ANY;
    }
    if (text.equals("duty")) {
      return DUTY;
    }
    boolean daily = text.startsWith(DAILY);
    String[] times = (daily ? text.substring(DAILY.length()) : text).strip().split("-", -1);
    try {
      if (times.length == 2) {
        return new UsualHours(
            daily ? Days.DAILY : Days.WORKDAYS,
            LocalTime.parse(times[0].strip()),
            LocalTime.parse(times[1].strip()));
      }
    } catch (DateTimeException e) {
      // Said below.
    }
    throw new IllegalArgumentException(
        "hours \"" + text + "\" are not \"duty\", \"08:00-20:00\" or \"daily 08:00-20:00\"");
  }

  /** Whether a time lies within; hours that pass midnight belong to the day they begin on. */
  boolean cover(DutyCalendar calendar, Instant time) {
    DutyCalendar.Moment moment = calendar.at(time);
    if (days == Days.ALL || days == Days.DUTY) {
      return days == Days.ALL || moment.day() == Duty.Day.WORKDAY && moment.inHours();
    }
    LocalTime clock = moment.local().toLocalTime();
    LocalDate today = moment.local().toLocalDate();
    if (from.isBefore(to)) {
      return isOn(calendar, today) && !clock.isBefore(from) && clock.isBefore(to);
    }
    return !clock.isBefore(from) && isOn(calendar, today)
        || clock.isBefore(to) && isOn(calendar, today.minusDays(1));
  }

  private boolean isOn(DutyCalendar calendar, LocalDate date) {
    return days == Days.DAILY || calendar.day(date) == Duty.Day.WORKDAY;
  }
}
