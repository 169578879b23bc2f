package io.zhidun.simulator.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * Working days by the State Council's yearly notice; years without one here go by the weekday. The
 * judge's duty calendar in the rule catalogue must say the same of every day, or the ground truth
 * of a login is wrong.
 */
public final class Holidays {
  private record Period(LocalDate first, LocalDate last) {
    boolean covers(LocalDate day) {
      return !day.isBefore(first) && !day.isAfter(last);
    }
  }

  private static final List<Period> OFF =
      List.of(
          period("2026-01-01", "2026-01-03"),
          period("2026-02-15", "2026-02-23"),
          period("2026-04-04", "2026-04-06"),
          period("2026-05-01", "2026-05-05"),
          period("2026-06-19", "2026-06-21"),
          period("2026-09-25", "2026-09-27"),
          period("2026-10-01", "2026-10-07"));

  /** Weekend days that are worked instead. */
  private static final Set<LocalDate> WORKED =
      Set.of(
          LocalDate.parse("2026-01-04"),
          LocalDate.parse("2026-02-14"),
          LocalDate.parse("2026-02-28"),
          LocalDate.parse("2026-05-09"),
          LocalDate.parse("2026-09-20"),
          LocalDate.parse("2026-10-10"));

  private Holidays() {}

  public static boolean isWorkday(LocalDate day) {
    if (WORKED.contains(day)) {
      return true;
    }
    boolean weekend =
        day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    return !weekend && OFF.stream().noneMatch(period -> period.covers(day));
  }

  private static Period period(String first, String last) {
    return new Period(LocalDate.parse(first), LocalDate.parse(last));
  }
}
