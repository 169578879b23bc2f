package io.zhidun.measure.ensemble;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** How many of the last points lie above what three of a hundred exceed. */
final class PeakDensity implements View {
  private static final double SHARE = 0.03;
  private static final int FEWEST = 40;

  private final Ring peaks;
  private final TailMemory values = new TailMemory();
  private int seen;

  PeakDensity(int points) {
    peaks = new Ring(points);
  }

  @Override
  public double next(long millis, double value) {
    boolean peak = seen > FEWEST && value > values.level(SHARE);
    seen = Math.min(seen + 1, FEWEST + 1);
    values.next(value);
    peaks.add(peak ? 1 : 0);
    return peaks.full() ? peaks.mean() : 0;
  }

  @Override
  public void write(DataOutput out) throws IOException {
    peaks.write(out);
    values.write(out);
    out.writeInt(seen);
  }

  @Override
  public void read(DataInput in) throws IOException {
    peaks.read(in);
    values.read(in);
    seen = in.readInt();
  }
}
