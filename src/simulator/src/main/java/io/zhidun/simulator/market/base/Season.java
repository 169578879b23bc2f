package io.zhidun.simulator.market.base;

import io.zhidun.simulator.market.stream.Stage;
import io.zhidun.simulator.time.Holidays;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.SplittableRandom;

/** How busy the office is: by hour, weekday, end of month and of quarter. */
public final class Season {
  /** Filings by local hour, relative. */
  private static final double[] BY_HOUR = {
    0.03, 0.02, 0.01, 0.01, 0.01, 0.02, 0.06, 0.25, 0.80, 1.20, 1.30, 1.10,
    0.50, 0.70, 1.15, 1.30, 1.35, 1.10, 0.50, 0.35, 0.30, 0.28, 0.20, 0.10
  };

  /** On an ordinary working day, for an average of one over all days of the year. */
  private static final double WORKDAY = 1.21;

  private static final double FREE_DAY = 0.12;
  private static final double MONTH_END = 1.5;
  private static final double QUARTER_END = 2.3;

  private Season() {}

  /** Filings of the day as a share of the yearly average. */
  static double factor(LocalDate day) {
    double factor = Holidays.isWorkday(day) ? WORKDAY : FREE_DAY;
    int left = day.lengthOfMonth() - day.getDayOfMonth();
    if (left > 4) {
      return factor;
    }
    boolean quarter = day.getMonthValue() % 3 == 0;
    return factor * (quarter ? QUARTER_END : left < 3 ? MONTH_END : 1);
  }

  /** The begin of the day, milliseconds of the epoch. */
  public static long midnight(LocalDate day) {
    return day.toEpochDay() * 86_400_000L - Stage.ZONE.getTotalSeconds() * 1_000L;
  }

  /** Milliseconds of the epoch of so many filings of the day, in order. */
  static long[] times(LocalDate day, int count, SplittableRandom random) {
    long begin = midnight(day);
    double sum = 0;
    for (double hour : BY_HOUR) {
      sum += hour;
    }
    long[] times = new long[count];
    for (int i = 0; i < count; i++) {
      double at = random.nextDouble() * sum;
      int hour = 0;
      while (at >= BY_HOUR[hour]) {
        at -= BY_HOUR[hour++];
      }
      times[i] = begin + (long) ((hour + at / BY_HOUR[hour]) * 3_600_000L);
    }
    Arrays.sort(times);
    return times;
  }

  /** A working hour of the day or of the next that is worked. */
  public static long workingTime(LocalDate day, SplittableRandom random) {
    LocalDate worked = day;
    while (!Holidays.isWorkday(worked)) {
      worked = worked.plusDays(1);
    }
    return times(worked, 1, random)[0];
  }
}
