package io.zhidun.rules.correlate;

import io.zhidun.rules.sigma.Threshold;
import java.math.BigDecimal;
import java.math.MathContext;

/**
 * The arithmetic mean of all values. It is compared as sum against limit times count, since a
 * quotient such as a third would have to be rounded and could decide wrongly; only what people are
 * shown is divided, to 16 digits.
 */
final class Average implements Aggregate {
  private BigDecimal sum;
  private int count;

  Average() {
    this(BigDecimal.ZERO, 0);
  }

  private Average(BigDecimal sum, int count) {
    this.sum = sum;
    this.count = count;
  }

  @Override
  public void enter(BigDecimal value) {
    sum = sum.add(value);
    count++;
  }

  @Override
  public void leave(BigDecimal value) {
    sum = sum.subtract(value);
    count--;
  }

  @Override
  public boolean holds(Threshold threshold) {
    return threshold.holdsForMean(sum, count);
  }

  @Override
  public BigDecimal value() {
    return sum.divide(BigDecimal.valueOf(count), MathContext.DECIMAL64);
  }

  @Override
  public Aggregate copy() {
    return new Average(sum, count);
  }
}
