package io.zhidun.measure.ensemble;

import java.io.DataInput;
import java.io.DataOutput;

/**
 * The value downwards. Falling to where a metric never was tells of a stop; rising there is told by
 * the bursts already, and doing it twice doubles the false alerts of series that peak by nature.
 */
final class LowValue implements View {
  @Override
  public double next(long millis, double value) {
    return -value;
  }

  @Override
  public void write(DataOutput out) {}

  @Override
  public void read(DataInput in) {}
}
