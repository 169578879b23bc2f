package io.zhidun.rules.correlate;

import io.zhidun.rules.sigma.Correlation;
import io.zhidun.rules.sigma.Threshold;
import java.math.BigDecimal;

/**
 * What is computed from the values of a window as they enter and leave it. Exact: the result is
 * that of computing anew, whatever entered and left before.
 */
sealed interface Aggregate permits Sum, Average, Percentile {
  static Aggregate of(Correlation correlation) {
    return switch (correlation.type()) {
      case VALUE_SUM -> new Sum();
      case VALUE_AVG -> new Average();
      case VALUE_PERCENTILE -> new Percentile(correlation.percentile());
      case EVENT_COUNT, VALUE_COUNT, TEMPORAL, TEMPORAL_ORDERED ->
          throw new IllegalArgumentException(
              correlation.type().label() + " does not compute with values");
    };
  }

  void enter(BigDecimal value);

  /** A value that entered before. */
  void leave(BigDecimal value);

  /** Whether the threshold holds; only with a value in the window. */
  boolean holds(Threshold threshold);

  /** The result, for showing; only with a value in the window. */
  BigDecimal value();

  Aggregate copy();
}
