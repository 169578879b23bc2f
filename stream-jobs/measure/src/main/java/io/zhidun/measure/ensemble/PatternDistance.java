package io.zhidun.measure.ensemble;

import io.zhidun.measure.state.StateForm;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * Sum of the distances of the last points, as a shape, to the three shapes most like it among the
 * four hundred before (k nearest neighbours, after Burnaev and Ishimtsev 2016; the shapes are
 * pieces of one ring, so they need no store of their own).
 */
final class PatternDistance implements View {
  private static final int POINTS = 24;
  private static final int SHAPES = 400;
  private static final int FEWEST = 40;
  private static final int NEIGHBOURS = 3;
  private static final int LENGTH = SHAPES + POINTS;
  private static final int SCALE_MEMORY = 500;

  /** Twice the ring, one behind the other, so that every shape lies in one piece. */
  private final double[] values = new double[2 * LENGTH];

  private final double[] nearest = new double[NEIGHBOURS];
  private final Baseline scale = new Baseline(SCALE_MEMORY);
  private int next;
  private int seen;

  @Override
  public double next(long millis, double value) {
    values[next] = value;
    values[next + LENGTH] = value;
    next = (next + 1) % LENGTH;
    seen = Math.min(seen + 1, LENGTH + POINTS);
    scale.add(value);
    // Shapes that share points with the newest one are like it by that alone.
    int shapes = Math.min(SHAPES, seen - POINTS) - POINTS;
    if (shapes < FEWEST) {
      return 0;
    }
    return distance(shapes) / (scale.deviation() + 1e-9 * (1 + Math.abs(value)));
  }

  private double distance(int shapes) {
    int newest = next + LENGTH - POINTS;
    Arrays.fill(nearest, Double.MAX_VALUE);
    for (int i = 0; i < shapes; i++) {
      int older = newest - POINTS - i;
      double squares = 0;
      for (int j = 0; j < POINTS && squares < nearest[NEIGHBOURS - 1]; j += 8) {
        squares += squares(newest + j, older + j);
      }
      insert(squares);
    }
    double sum = 0;
    for (double square : nearest) {
      sum += Math.sqrt(square);
    }
    return sum;
  }

  /** Squared distance of eight points. */
  private double squares(int one, int other) {
    double sum = 0;
    for (int i = 0; i < 8; i++) {
      double difference = values[one + i] - values[other + i];
      sum += difference * difference;
    }
    return sum;
  }

  private void insert(double squares) {
    if (squares >= nearest[NEIGHBOURS - 1]) {
      return;
    }
    int place = NEIGHBOURS - 1;
    while (place > 0 && nearest[place - 1] > squares) {
      nearest[place] = nearest[place - 1];
      place--;
    }
    nearest[place] = squares;
  }

  @Override
  public void write(DataOutput out) throws IOException {
    for (int i = 0; i < LENGTH; i++) {
      out.writeDouble(values[i]);
    }
    out.writeInt(next);
    out.writeInt(seen);
    scale.write(out);
  }

  @Override
  public void read(DataInput in) throws IOException {
    for (int i = 0; i < LENGTH; i++) {
      values[i] = in.readDouble();
      values[i + LENGTH] = values[i];
    }
    next = StateForm.readCount(in, LENGTH - 1);
    seen = StateForm.readCount(in, LENGTH + POINTS);
    scale.read(in);
  }
}
