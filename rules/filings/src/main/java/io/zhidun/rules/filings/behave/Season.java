package io.zhidun.rules.filings.behave;

import io.zhidun.rules.filings.ledger.Days;
import java.time.LocalDate;
import java.util.Arrays;

/**
 * How much more than usual everybody files on a day: by weekday, at the end of a month, at the end
 * of a quarter, learned from the whole population, and by what the day itself has brought so far.
 * One where the population files fewer than {@link #LEAST_POPULATION} a day.
 */
final class Season {

  private static final double LEAST_POPULATION = 50;
  private static final double MOST = 6;
  private static final int MONTH_END_DAYS = 2;
  private static final int QUARTER_END_DAYS = 5;
  private static final double LEARN_LEVEL = 0.05;
  private static final double LEARN_WEEKDAY = 0.15;
  private static final double LEARN_END = 0.5;

  private final double[] weekdays = new double[7];
  private double monthEnd = 1;
  private double quarterEnd = 1;
  private double level;
  private int day;
  private int total;

  Season() {
    Arrays.fill(weekdays, 1);
  }

  /** One more filing on the day. */
  void add(int today) {
    if (today != day) {
      if (day != 0) {
        learn(Days.date(day));
      }
      day = today;
      total = 0;
    }
    total++;
  }

  private void learn(LocalDate date) {
    if (level == 0) {
      level = total;
      return;
    }
    int weekday = date.getDayOfWeek().ordinal();
    double ratio = total / Math.max(1, level * weekdays[weekday]);
    double within = Math.min(ratio, MOST);
    if (isQuarterEnd(date)) {
      quarterEnd += LEARN_END * (within - quarterEnd);
    } else if (isMonthEnd(date)) {
      monthEnd += LEARN_END * (within - monthEnd);
    } else {
      weekdays[weekday] += LEARN_WEEKDAY * (within * weekdays[weekday] - weekdays[weekday]);
      level += LEARN_LEVEL * (total / Math.max(0.05, weekdays[weekday]) - level);
    }
  }

  private static boolean isMonthEnd(LocalDate date) {
    return date.getDayOfMonth() > date.lengthOfMonth() - MONTH_END_DAYS;
  }

  private static boolean isQuarterEnd(LocalDate date) {
    return date.getMonthValue() % 3 == 0
        && date.getDayOfMonth() > date.lengthOfMonth() - QUARTER_END_DAYS;
  }

  /**
   * @param own filings of today that are the subject's own, which are no measure of the others
   */
  double today(int own) {
    if (level < LEAST_POPULATION) {
      return 1;
    }
    double now = (total - own) / level;
    return Math.max(learned(Days.date(day)), Math.min(MOST, now));
  }

  /** Of a day that is over. */
  double past(int past) {
    return level < LEAST_POPULATION ? 1 : Math.max(0.2, learned(Days.date(past)));
  }

  private double learned(LocalDate date) {
    double factor = weekdays[date.getDayOfWeek().ordinal()];
    if (isQuarterEnd(date)) {
      return factor * quarterEnd;
    }
    return isMonthEnd(date) ? factor * monthEnd : factor;
  }
}
