package io.zhidun.measure.ensemble;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Logarithm of how widely the last points scatter: upwards for bursts, downwards for stillness. */
final class Spread implements View {
  private static final double UNKNOWN = -99;

  private final Ring ring;
  private final int direction;

  private Spread(int points, int direction) {
    ring = new Ring(points);
    this.direction = direction;
  }

  static Spread wide(int points) {
    return new Spread(points, 1);
  }

  static Spread narrow(int points) {
    return new Spread(points, -1);
  }

  @Override
  public double next(long millis, double value) {
    ring.add(value);
    if (!ring.full()) {
      return UNKNOWN;
    }
    // Below a ten-thousandth of the level, differences are rounding rather than rest.
    double floor = 1e-4 * Math.abs(ring.mean()) + 1e-12;
    return direction * Math.log(ring.deviation() + floor);
  }

  @Override
  public void write(DataOutput out) throws IOException {
    ring.write(out);
  }

  @Override
  public void read(DataInput in) throws IOException {
    ring.read(in);
  }
}
