package io.zhidun.rules.atom;

import io.zhidun.events.Event;
import java.math.BigDecimal;

/** A value is a number on one side of a bound. */
public record RangeTest(Comparison comparison, BigDecimal bound) implements Test {
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
      BigDecimal value = Numbers.at(event, slot);
      if (value != null && comparison.accepts(value.compareTo(bound))) {
        return true;
      }
    }
    return false;
  }

  @Override
  public int cost() {
    return 2;
  }
}
