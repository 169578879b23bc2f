package io.zhidun.measure.ensemble;

import io.zhidun.measure.state.StateForm;
import io.zhidun.measure.state.Stateful;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * What each half hour of the day usually shows: mean and mean absolute deviation, after Brutlag's
 * bands around a season (2000). Both views of the season share it.
 */
final class DayRhythm implements Stateful {
  private static final int SLOTS = 48;
  private static final long SLOT_MILLIS = 86_400_000 / SLOTS;
  private static final int FEWEST = 3;
  private static final double WEIGHT = 0.03;

  /** Share of the whole series' deviation below which a slot's is not believed. */
  private static final double FLOOR = 0.15;

  private final double[] means = new double[SLOTS];
  private final double[] deviations = new double[SLOTS];
  private final int[] seen = new int[SLOTS];
  private final Baseline all = new Baseline(1000);

  /** The sample's distance from its slot in deviations, 0 while unknown; then it is learned. */
  double next(long millis, double value) {
    int slot = slot(millis);
    all.add(value);
    double distance = 0;
    if (seen[slot] >= FEWEST) {
      distance = (value - means[slot]) / scale(slot);
    }
    learn(slot, value);
    return distance;
  }

  /** What is expected then: of the slot where it is known, else of the whole series. */
  double mean(long millis) {
    int slot = slot(millis);
    return seen[slot] >= FEWEST ? means[slot] : all.mean();
  }

  /** Mean absolute deviation from {@link #mean}. */
  double deviation(long millis) {
    int slot = slot(millis);
    return seen[slot] >= FEWEST ? scale(slot) : all.deviation();
  }

  private double scale(int slot) {
    return deviations[slot] + FLOOR * all.deviation() + 1e-9;
  }

  private void learn(int slot, double value) {
    if (seen[slot] == 0) {
      means[slot] = value;
    }
    seen[slot] = Math.min(seen[slot] + 1, 1000);
    double weight = Math.max(1.0 / seen[slot], WEIGHT);
    double error = value - means[slot];
    means[slot] += weight * error;
    deviations[slot] += weight * (Math.abs(error) - deviations[slot]);
  }

  private static int slot(long millis) {
    return (int) Math.floorMod(Math.floorDiv(millis, SLOT_MILLIS), (long) SLOTS);
  }

  @Override
  public void write(DataOutput out) throws IOException {
    StateForm.write(out, means);
    StateForm.write(out, deviations);
    StateForm.write(out, seen);
    all.write(out);
  }

  @Override
  public void read(DataInput in) throws IOException {
    StateForm.read(in, means);
    StateForm.read(in, deviations);
    StateForm.read(in, seen);
    all.read(in);
  }
}
