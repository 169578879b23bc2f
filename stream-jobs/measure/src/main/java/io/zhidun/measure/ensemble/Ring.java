package io.zhidun.measure.ensemble;

import io.zhidun.measure.state.StateForm;
import io.zhidun.measure.state.Stateful;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** The last values, with their mean. */
final class Ring implements Stateful {
  private final double[] values;
  private int next;
  private boolean full;
  private double sum;

  Ring(int size) {
    values = new double[size];
  }

  /** The value that the next one will push out; only of a full ring. */
  double oldest() {
    return values[next];
  }

  /** The value that came {@code age} before the next one; 1 is the newest. */
  double back(int age) {
    return values[Math.floorMod(next - age, values.length)];
  }

  void add(double value) {
    sum += value - (full ? values[next] : 0);
    values[next++] = value;
    if (next == values.length) {
      next = 0;
      full = true;
      // Anew, so that what a huge value left behind does not stay.
      sum = 0;
      for (double each : values) {
        sum += each;
      }
    }
  }

  boolean full() {
    return full;
  }

  int size() {
    return values.length;
  }

  /** Mean over the whole size; values that have not come yet count as zero. */
  double mean() {
    return sum / values.length;
  }

  /** Standard deviation of a full ring. */
  double deviation() {
    double mean = 0;
    for (double value : values) {
      mean += value;
    }
    mean /= values.length;
    double squares = 0;
    for (double value : values) {
      squares += (value - mean) * (value - mean);
    }
    return Math.sqrt(squares / values.length);
  }

  @Override
  public void write(DataOutput out) throws IOException {
    StateForm.write(out, values);
    out.writeInt(next);
    out.writeBoolean(full);
    out.writeDouble(sum);
  }

  @Override
  public void read(DataInput in) throws IOException {
    StateForm.read(in, values);
    next = StateForm.readCount(in, values.length - 1);
    full = in.readBoolean();
    sum = in.readDouble();
  }
}
