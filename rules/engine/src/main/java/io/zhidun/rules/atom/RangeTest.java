package io.zhidun.rules.atom;

import io.zhidun.events.Event;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A value is a number on one side of a bound. */
public final class RangeTest implements Test {
  private final Comparison comparison;
  private final Bound bound;

  public RangeTest(Comparison comparison, BigDecimal bound) {
    this.comparison = comparison;
    this.bound = new Bound(bound);
  }

  /** The sides. */
  public enum Comparison {
    LT,
    LTE,
    GT,
    GTE;

    /** Whether a value that compares so ({@code sign} of value minus bound) is on this side. */
    public boolean accepts(int sign) {
      return switch (this) {
        case LT -> sign < 0;
        case LTE -> sign <= 0;
        case GT -> sign > 0;
        case GTE -> sign >= 0;
      };
    }
  }

  @Override
  public boolean holds(Event event, int field, TextView view) {
    for (int slot = event.first(field); slot >= 0; slot = event.next(slot)) {
      int sign = bound.sign(event, slot);
      if (sign != Bound.NONE && comparison.accepts(sign)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public int cost() {
    return 2;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof RangeTest test
        && comparison == test.comparison
        && bound.equals(test.bound);
  }

  @Override
  public int hashCode() {
    return bound.hashCode() * 31 + comparison.hashCode();
  }
}
