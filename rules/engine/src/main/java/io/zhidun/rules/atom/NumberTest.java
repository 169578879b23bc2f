package io.zhidun.rules.atom;

import io.zhidun.events.Event;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A value equals a number, however either is written: {@code 1} equals {@code 1.0}. */
public final class NumberTest implements Test {
  private final Bound number;

  public NumberTest(BigDecimal number) {
    this.number = new Bound(number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros());
  }

  @Override
  public boolean holds(Event event, int field, TextView view) {
    for (int slot = event.first(field); slot >= 0; slot = event.next(slot)) {
      if (number.sign(event, slot) == 0) {
        return true;
      }
    }
    return false;
  }

  /** The way the number is usually written, by which an index finds it. */
  public String plain() {
    return number.exact().toPlainString();
  }

  @Override
  public int cost() {
    return 2;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof NumberTest test && number.equals(test.number);
  }

  @Override
  public int hashCode() {
    return number.hashCode();
  }
}
