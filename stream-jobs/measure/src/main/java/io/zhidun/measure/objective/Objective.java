package io.zhidun.measure.objective;

import java.time.Duration;
import java.util.Objects;

/**
 * What share of events must be good.
 *
 * @param target such as 0.999, within (0,1)
 * @param period over which the budget of bad ones is reckoned, at least a day
 * @param fewest events in a window below which nothing is concluded
 */
public record Objective(double target, Duration period, double fewest) {
  public Objective {
    Objects.requireNonNull(period, "period");
    if (!(target > 0 && target < 1)) {
      throw new IllegalArgumentException("a target must lie within 0 and 1, was " + target);
    }
    if (period.compareTo(Duration.ofDays(1)) < 0) {
      throw new IllegalArgumentException("a period must be at least a day, was " + period);
    }
    if (!(fewest >= 1)) {
      throw new IllegalArgumentException("at least one event must be asked for, was " + fewest);
    }
  }

  /** Share of events that may be bad. */
  double budget() {
    return 1 - target;
  }
}
