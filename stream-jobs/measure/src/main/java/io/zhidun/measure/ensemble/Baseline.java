package io.zhidun.measure.ensemble;

import io.zhidun.measure.state.Stateful;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Exponentially weighted mean and mean absolute deviation; a plain mean until it has settled. */
public final class Baseline implements Stateful {
  private final double weight;
  private int seen;
  private double mean;
  private double deviation;

  /**
   * @param memory after how many values one counts for a third
   */
  public Baseline(int memory) {
    weight = 1.0 / memory;
  }

  public void add(double value) {
    seen++;
    double share = Math.max(weight, 1.0 / seen);
    mean += share * (value - mean);
    deviation += share * (Math.abs(value - mean) - deviation);
    if (seen == Integer.MAX_VALUE) {
      seen--;
    }
  }

  public int seen() {
    return seen;
  }

  public double mean() {
    return mean;
  }

  public double deviation() {
    return deviation;
  }

  @Override
  public void write(DataOutput out) throws IOException {
    out.writeInt(seen);
    out.writeDouble(mean);
    out.writeDouble(deviation);
  }

  @Override
  public void read(DataInput in) throws IOException {
    seen = in.readInt();
    mean = in.readDouble();
    deviation = in.readDouble();
  }
}
