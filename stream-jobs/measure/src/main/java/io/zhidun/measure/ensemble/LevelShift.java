package io.zhidun.measure.ensemble;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Distance of the last points' mean from the baseline of those before them, in its deviations. */
final class LevelShift implements View {
  private static final int SETTLING = 40;

  private final Ring ring;
  private final Baseline before;

  LevelShift(int points, int memory) {
    ring = new Ring(points);
    before = new Baseline(memory);
  }

  @Override
  public double next(long millis, double value) {
    if (ring.full()) {
      before.add(ring.oldest());
    }
    ring.add(value);
    if (before.seen() < SETTLING) {
      return 0;
    }
    double scale = 2 * before.deviation() + 1e-3 * Math.abs(before.mean()) + 1e-9;
    return Math.abs(ring.mean() - before.mean()) / scale;
  }

  @Override
  public void write(DataOutput out) throws IOException {
    ring.write(out);
    before.write(out);
  }

  @Override
  public void read(DataInput in) throws IOException {
    ring.read(in);
    before.read(in);
  }
}
