package io.zhidun.rules.atom;

import io.zhidun.events.Event;
import io.zhidun.events.ValueType;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A part of a time stamp, such as its hour, equals a number or is on one side of it.
 *
 * @param comparison the side, or null for equal
 */
public record TimePartTest(
    TimePart part, RangeTest.@Nullable Comparison comparison, BigDecimal bound) implements Test {
  public TimePartTest {
    Objects.requireNonNull(part, "part");
    bound = bound.signum() == 0 ? BigDecimal.ZERO : bound.stripTrailingZeros();
  }

  @Override
  public boolean holds(Event event, int field, TextView view) {
    for (int slot = event.first(field); slot >= 0; slot = event.next(slot)) {
      byte type = event.type(slot);
      if (type == ValueType.TEXT || type == ValueType.ESCAPED) {
        view.showCased(event, slot);
        int value = part.of(view.bytes(), view.from(), view.to());
        if (value >= 0 && accepts(BigDecimal.valueOf(value).compareTo(bound))) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean accepts(int sign) {
    return comparison == null ? sign == 0 : comparison.accepts(sign);
  }

  @Override
  public int cost() {
    return 3;
  }
}
