package io.zhidun.measure.ensemble;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** How far the later half of the last points lies from the earlier half. */
final class Slope implements View {
  private final Ring ring;

  Slope(int points) {
    ring = new Ring(points);
  }

  @Override
  public double next(long millis, double value) {
    double difference = 0;
    if (ring.full()) {
      int half = ring.size() / 2;
      for (int age = 1; age <= half; age++) {
        difference += ring.back(age) - ring.back(age + half);
      }
    }
    ring.add(value);
    return Math.abs(difference);
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
