package io.zhidun.rules.atom;

import io.zhidun.events.Event;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A number that values are compared with; whole numbers, the usual case, without allocation. */
final class Bound {
  /** What no comparison gives: the value is no number. */
  static final int NONE = 2;

  private final BigDecimal exact;
  private final long whole;
  private final boolean isWhole;

  Bound(BigDecimal exact) {
    this.exact = exact;
    this.isWhole =
        exact.precision() - exact.scale() <= Numbers.LONGEST_WHOLE
            && exact.stripTrailingZeros().scale() <= 0;
    this.whole = isWhole ? exact.longValueExact() : 0;
  }

  /** The sign of a slot's value minus the bound, or {@link #NONE}. */
  int sign(Event event, int slot) {
    long value = isWhole ? Numbers.wholeAt(event, slot) : Numbers.NOT_WHOLE;
    if (value != Numbers.NOT_WHOLE) {
      return Long.compare(value, whole);
    }
    BigDecimal number = Numbers.at(event, slot);
    return number == null ? NONE : number.compareTo(exact);
  }

  BigDecimal exact() {
    return exact;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Bound bound && exact.equals(bound.exact);
  }

  @Override
  public int hashCode() {
    return exact.hashCode();
  }
}
