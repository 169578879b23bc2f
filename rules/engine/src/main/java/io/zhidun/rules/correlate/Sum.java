package io.zhidun.rules.correlate;

import io.zhidun.rules.sigma.Threshold;
import java.math.BigDecimal;

/** The sum of all values. Decimals add and subtract without rounding. */
final class Sum implements Aggregate {
  private BigDecimal sum;

  Sum() {
    this(BigDecimal.ZERO);
  }

  private Sum(BigDecimal sum) {
    this.sum = sum;
  }

  @Override
  public void enter(BigDecimal value) {
    sum = sum.add(value);
  }

  @Override
  public void leave(BigDecimal value) {
    sum = sum.subtract(value);
  }

  @Override
  public boolean holds(Threshold threshold) {
    return threshold.holds(sum);
  }

  @Override
  public BigDecimal value() {
    return sum;
  }

  @Override
  public Aggregate copy() {
    return new Sum(sum);
  }
}
