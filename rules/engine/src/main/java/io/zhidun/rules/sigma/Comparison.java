package io.zhidun.rules.sigma;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Objects;

/**
 * One comparison of a correlation's condition.
 *
 * @param operator how to compare
 * @param limit with what, exact
 */
public record Comparison(Operator operator, BigDecimal limit) {
  public Comparison {
    Objects.requireNonNull(operator, "operator");
    Objects.requireNonNull(limit, "limit");
  }

  /** Sigma's operators, in the order in which its specification has them. */
  public enum Operator {
    GT,
    GTE,
    LT,
    LTE,
    EQ,
    NEQ;

    /** The word as Sigma writes it. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }

    private boolean holds(int order) {
      return switch (this) {
        case GT -> order > 0;
        case GTE -> order >= 0;
        case LT -> order < 0;
        case LTE -> order <= 0;
        case EQ -> order == 0;
        case NEQ -> order != 0;
      };
    }
  }

  boolean holds(BigDecimal value) {
    return operator.holds(value.compareTo(limit));
  }

  /** Whether {@code sum / count} compares so, without the division that would have to round. */
  boolean holdsForMean(BigDecimal sum, BigDecimal count) {
    return operator.holds(sum.compareTo(limit.multiply(count)));
  }

  @Override
  public String toString() {
    return operator.label() + " " + limit;
  }
}
