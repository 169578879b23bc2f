package io.zhidun.simulator.market.base;

import java.time.LocalDate;
import java.util.SplittableRandom;

/** How filings spread over the days. */
@FunctionalInterface
public interface Rhythm {
  /** The office's: hours, working days, ends of months and quarters. */
  Rhythm OFFICE =
      (day, daily, random) ->
          Season.times(day, (int) (daily * Season.factor(day) + random.nextDouble()), random);

  /**
   * Times of the day's filings, in order, milliseconds of the epoch.
   *
   * @param daily how many an average day has
   */
  long[] times(LocalDate day, double daily, SplittableRandom random);

  /** The same rate at every hour of every day, for watching, from that time on. */
  static Rhythm steady(long from) {
    return (day, daily, random) -> {
      long begin = Season.midnight(day);
      return random
          .longs((long) daily, begin, begin + 86_400_000L)
          .filter(time -> time >= from)
          .sorted()
          .toArray();
    };
  }
}
