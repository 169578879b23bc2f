package io.zhidun.rules.compliance.judge;

import io.zhidun.rules.compliance.record.Texts;

/** How a value is held against its limit. Of a list the number of its entries is compared. */
public enum Comparison {
  AT_LEAST(new Texts("要求不少于", "at least")),
  AT_MOST(new Texts("要求不超过", "at most")),
  ABOVE(new Texts("要求大于", "above")),
  BELOW(new Texts("要求小于", "below")),
  /** Above zero and at most the limit: zero means that the protection is off. */
  BETWEEN(new Texts("要求大于 0 且不超过", "above 0 and at most")),
  /** The amount, whatever its sign. */
  WITHIN(new Texts("要求偏差不超过", "at most, either way,")),
  /** Yes or no. */
  IS(new Texts("要求为", "must be"));

  private final Texts words;

  Comparison(Texts words) {
    this.words = words;
  }

  Texts words() {
    return words;
  }

  boolean holds(double value, double limit) {
    return switch (this) {
      case AT_LEAST -> value >= limit;
      case AT_MOST -> value <= limit;
      case ABOVE -> value > limit;
      case BELOW -> value < limit;
      case BETWEEN -> value > 0 && value <= limit;
      case WITHIN -> Math.abs(value) <= limit;
      case IS -> value == limit;
    };
  }
}
