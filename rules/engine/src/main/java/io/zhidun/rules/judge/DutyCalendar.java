package io.zhidun.rules.judge;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** When people are at work: hours, weekdays, holidays, and weekend days worked instead. */
public final class DutyCalendar {
  private final ZoneId zone;
  private final LocalTime from;
  private final LocalTime to;
  private final Set<DayOfWeek> weekdays;
  private final Set<LocalDate> holidays;
  private final Set<LocalDate> workdays;

  private DutyCalendar(YamlSection file) {
    this.zone = ZoneId.of(file.text("zone", "Asia/Shanghai"));
    this.from = LocalTime.parse(file.text("from", "09:00"));
    this.to = LocalTime.parse(file.text("to", "17:30"));
    this.weekdays = EnumSet.noneOf(DayOfWeek.class);
    for (String day : file.texts("weekdays")) {
      weekdays.add(DayOfWeek.valueOf(day.toUpperCase(Locale.ROOT)));
    }
    this.holidays = dates(file.texts("holidays"));
    this.workdays = dates(file.texts("workdays"));
    if (!from.isBefore(to)) {
      throw new IllegalArgumentException("from must lie before to, was " + from + " to " + to);
    }
  }

  /** Single dates, or {@code first..last}. */
  private static Set<LocalDate> dates(List<String> texts) {
    Set<LocalDate> dates = new HashSet<>();
    for (String text : texts) {
      int between = text.indexOf("..");
      LocalDate first = LocalDate.parse(between < 0 ? text : text.substring(0, between));
      LocalDate last = between < 0 ? first : LocalDate.parse(text.substring(between + 2));
      first.datesUntil(last.plusDays(1)).limit(366).forEach(dates::add);
    }
    return dates;
  }

  /**
   * Reads {@code {zone, from, to, weekdays, holidays, workdays}}; dates as quoted ISO dates.
   *
   * @throws IllegalArgumentException naming file and value
   */
  public static DutyCalendar parse(String path, String text) {
    try {
      return new DutyCalendar(YamlSection.parse(path, text));
    } catch (DateTimeException | IllegalArgumentException e) {
      throw new IllegalArgumentException(path + ": " + e.getMessage(), e);
    }
  }

  /** Reads a file as {@link #parse} does. */
  public static DutyCalendar load(Path file) throws IOException {
    return parse(file.toString(), Files.readString(file, StandardCharsets.UTF_8));
  }

  /**
   * What the calendar says of a moment.
   *
   * @param day kind of day
   * @param inHours whether the time of day is within working hours
   * @param local the time where people work, to the second
   */
  record Moment(Duty.Day day, boolean inHours, LocalDateTime local) {}

  Moment at(Instant time) {
    ZonedDateTime local = time.atZone(zone);
    Duty.Day day = day(local.toLocalDate());
    boolean hours = !local.toLocalTime().isBefore(from) && local.toLocalTime().isBefore(to);
    return new Moment(day, hours, local.toLocalDateTime().withNano(0));
  }

  Duty.Day day(LocalDate date) {
    if (workdays.contains(date)) {
      return Duty.Day.WORKDAY;
    }
    if (holidays.contains(date)) {
      return Duty.Day.HOLIDAY;
    }
    return weekdays.contains(date.getDayOfWeek()) ? Duty.Day.WORKDAY : Duty.Day.WEEKEND;
  }
}
