package io.zhidun.measure.watch;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Objects;
import java.util.Set;

/**
 * Which hour of which kind of day it is at a site.
 *
 * @param zone of the site
 * @param holidays days without work, whatever the weekday
 * @param workdays days of work that the weekday would not tell, such as a weekend made up for a
 *     holiday; they are taken for Fridays
 */
public record SiteCalendar(ZoneId zone, Set<LocalDate> holidays, Set<LocalDate> workdays) {
  /** Hours of the week and those of a holiday. */
  public static final int CELLS = 8 * 24;

  private static final int HOLIDAY = 7;

  public SiteCalendar {
    Objects.requireNonNull(zone, "zone");
    holidays = Set.copyOf(holidays);
    workdays = Set.copyOf(workdays);
  }

  /** A calendar of weekdays alone. */
  public static SiteCalendar plain(ZoneId zone) {
    return new SiteCalendar(zone, Set.of(), Set.of());
  }

  /** A number from 0 to {@link #CELLS} less one. */
  public int cell(long millis) {
    ZonedDateTime local = Instant.ofEpochMilli(millis).atZone(zone);
    LocalDate day = local.toLocalDate();
    int kind = local.getDayOfWeek().getValue() - 1;
    if (holidays.contains(day)) {
      kind = HOLIDAY;
    } else if (workdays.contains(day)) {
      kind = DayOfWeek.FRIDAY.getValue() - 1;
    }
    return kind * 24 + local.getHour();
  }
}
