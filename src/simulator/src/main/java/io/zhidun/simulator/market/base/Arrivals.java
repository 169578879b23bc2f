package io.zhidun.simulator.market.base;

import io.zhidun.simulator.market.stream.Happening;
import io.zhidun.simulator.market.stream.Stage;
import java.time.LocalDate;
import java.util.SplittableRandom;

/** Visitors who come over the days, so many that their filings keep to the daily rate. */
public final class Arrivals implements Happening {
  /** Who comes. */
  @FunctionalInterface
  public interface Visitor {
    /** Begins a visit and says how many filings it will have. */
    int visit(long now, Stage stage, SplittableRandom random);
  }

  private final Rhythm rhythm;
  private final double daily;
  private final LocalDate end;
  private final Visitor visitor;
  private final SplittableRandom random;
  private LocalDate day;
  private long[] times = {};
  private int next;
  private int ahead;

  /**
   * @param daily filings on an average day
   * @param end the first day that is not filled
   */
  public Arrivals(
      Rhythm rhythm,
      double daily,
      LocalDate from,
      LocalDate end,
      Visitor visitor,
      SplittableRandom random) {
    this.rhythm = rhythm;
    this.daily = daily;
    this.end = end;
    this.visitor = visitor;
    this.random = random;
    this.day = from;
  }

  /** When the first comes. */
  public long first() {
    return advance();
  }

  @Override
  public long happen(long now, Stage stage) {
    if (ahead > 0 && random.nextInt(4) != 0) {
      // A visit of many filings stands for as many visitors, who then stay away.
      ahead--;
    } else {
      ahead += visitor.visit(now, stage, random.split()) - 1;
    }
    return Math.max(now + 1, advance());
  }

  private long advance() {
    while (next == times.length) {
      if (!day.isBefore(end)) {
        return OVER;
      }
      times = rhythm.times(day, daily, random);
      next = 0;
      day = day.plusDays(1);
    }
    return times[next++];
  }
}
