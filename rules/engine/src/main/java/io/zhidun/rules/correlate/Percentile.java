package io.zhidun.rules.correlate;

import io.zhidun.rules.sigma.Threshold;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;

/**
 * A percentile by nearest rank: of n values in ascending order, the P-th percentile is the one at
 * rank ceil(P / 100 * n), counted from 1. It is always one of the values, so nothing is rounded or
 * interpolated; the 50th of an even number is the lower of the two in the middle.
 */
final class Percentile implements Aggregate {
  private static final int HUNDRED = 100;

  private final int percentile;
  private final ArrayList<BigDecimal> ascending;

  Percentile(int percentile) {
    this(percentile, new ArrayList<>(0));
  }

  private Percentile(int percentile, ArrayList<BigDecimal> ascending) {
    this.percentile = percentile;
    this.ascending = ascending;
  }

  @Override
  public void enter(BigDecimal value) {
    int at = Collections.binarySearch(ascending, value);
    ascending.add(at < 0 ? -at - 1 : at, value);
  }

  /** Of equal values any may leave: they differ in how they were written only. */
  @Override
  public void leave(BigDecimal value) {
    int at = Collections.binarySearch(ascending, value);
    if (at < 0) {
      throw new IllegalArgumentException("value " + value + " did not enter before");
    }
    ascending.remove(at);
  }

  @Override
  public boolean holds(Threshold threshold) {
    return threshold.holds(value());
  }

  @Override
  public BigDecimal value() {
    int rank = (percentile * ascending.size() + HUNDRED - 1) / HUNDRED;
    return ascending.get(rank - 1);
  }

  @Override
  public Aggregate copy() {
    return new Percentile(percentile, new ArrayList<>(ascending));
  }
}
