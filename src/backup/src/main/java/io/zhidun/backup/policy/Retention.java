package io.zhidun.backup.policy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.IsoFields;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Grandfather, father, son: all of the last days, then the newest of each day, week (ISO 8601),
 * month and year that has one, so many of each.
 *
 * @param all how long every backup is kept
 */
public record Retention(Duration all, int daily, int weekly, int monthly, int yearly) {

  static Retention read(Section section) {
    return new Retention(
        section.duration("all"),
        section.number("daily", 0, 10_000),
        section.number("weekly", 0, 10_000),
        section.number("monthly", 0, 10_000),
        section.number("yearly", 0, 1000));
  }

  /**
   * Which of the backups made at these times to keep. The newest is always kept, and nothing from
   * the future is given up: a clock that went wrong must not cost backups.
   *
   * @param zone in which days begin
   */
  public Set<Instant> keep(Collection<Instant> backups, ZoneId zone, Instant now) {
    TreeSet<Instant> newestFirst = new TreeSet<>((a, b) -> b.compareTo(a));
    newestFirst.addAll(backups);
    Set<Instant> kept = new TreeSet<>();
    if (!newestFirst.isEmpty()) {
      kept.add(newestFirst.first());
    }
    for (Instant backup : newestFirst) {
      if (!backup.isBefore(now.minus(all))) {
        kept.add(backup);
      }
    }
    Function<Instant, LocalDate> day = backup -> LocalDate.ofInstant(backup, zone);
    keepNewest(newestFirst, daily, day.andThen(LocalDate::toString), kept);
    keepNewest(newestFirst, weekly, day.andThen(Retention::week), kept);
    keepNewest(newestFirst, monthly, day.andThen(d -> d.toString().substring(0, 7)), kept);
    keepNewest(newestFirst, yearly, day.andThen(d -> Integer.toString(d.getYear())), kept);
    return kept;
  }

  private static String week(LocalDate day) {
    return day.get(IsoFields.WEEK_BASED_YEAR) + "W" + day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
  }

  private static void keepNewest(
      TreeSet<Instant> newestFirst,
      int count,
      Function<Instant, String> bucket,
      Set<Instant> kept) {
    Map<String, Instant> newest = new HashMap<>();
    for (Instant backup : newestFirst) {
      String name = bucket.apply(backup);
      if (newest.size() == count && !newest.containsKey(name)) {
        return;
      }
      if (newest.putIfAbsent(name, backup) == null) {
        kept.add(backup);
      }
    }
  }
}
