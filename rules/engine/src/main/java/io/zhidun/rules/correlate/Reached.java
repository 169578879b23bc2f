package io.zhidun.rules.correlate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * A condition was reached.
 *
 * @param steps what was counted, in its order; at least one
 * @param value what was compared with the condition; an average is rounded for showing
 */
record Reached(List<Step> steps, BigDecimal value) {
  private static final BigDecimal HIGHEST = BigDecimal.valueOf(Long.MAX_VALUE);
  private static final BigDecimal LOWEST = BigDecimal.valueOf(Long.MIN_VALUE);

  Reached {
    steps = List.copyOf(steps);
    if (steps.isEmpty()) {
      throw new IllegalArgumentException("a condition is reached by at least one step");
    }
  }

  static Reached counting(List<Step> steps) {
    return new Reached(steps, BigDecimal.valueOf(steps.size()));
  }

  Step last() {
    return steps.get(steps.size() - 1);
  }

  /** The value where only a whole number has place: rounded, and bounded by what fits. */
  long roundedValue() {
    return value.max(LOWEST).min(HIGHEST).setScale(0, RoundingMode.HALF_EVEN).longValue();
  }

  /** The value in plain digits, however it was written. */
  String valueText() {
    return value.stripTrailingZeros().toPlainString();
  }
}
