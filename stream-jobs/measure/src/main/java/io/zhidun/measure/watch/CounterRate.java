package io.zhidun.measure.watch;

import io.zhidun.measure.state.Stateful;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Turns a counter into its rate. A counter that falls has begun again at zero, as Prometheus'
 * {@code rate} takes it: what it shows then has all come since, and what came before the reset is
 * not known, so a rate is never negative and never too high.
 */
public final class CounterRate implements Stateful {
  private boolean known;
  private long lastMillis;
  private double lastValue;
  private double increase = Double.NaN;
  private long resets;

  /**
   * The rate at a sample.
   *
   * @return increase a second since the sample before, NaN for the first and for a negative counter
   */
  public double next(long millis, double value) {
    boolean usable = known && value >= 0 && lastValue >= 0;
    boolean reset = usable && value < lastValue;
    increase = usable ? (reset ? value : value - lastValue) : Double.NaN;
    resets += reset ? 1 : 0;
    double seconds = (millis - lastMillis) / 1e3;
    known = true;
    lastMillis = millis;
    lastValue = value;
    return increase / seconds;
  }

  /** By how much it grew with the newest sample, NaN where that is not known. */
  public double increase() {
    return increase;
  }

  public long resets() {
    return resets;
  }

  @Override
  public void write(DataOutput out) throws IOException {
    out.writeBoolean(known);
    out.writeLong(lastMillis);
    out.writeDouble(lastValue);
    out.writeDouble(increase);
    out.writeLong(resets);
  }

  @Override
  public void read(DataInput in) throws IOException {
    known = in.readBoolean();
    lastMillis = in.readLong();
    lastValue = in.readDouble();
    increase = in.readDouble();
    resets = in.readLong();
  }
}
