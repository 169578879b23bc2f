package io.zhidun.measure.choice;

import io.zhidun.measure.state.StateForm;
import io.zhidun.measure.state.Stateful;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Finds out how a series behaves from counts over its samples and from means of the hours of its
 * last three days. A rhythm is a correlation of the hours with those a day before (autocorrelation
 * at the lag of a day; Box and Jenkins 1970).
 */
public final class BehaviourProbe implements Stateful {
  private static final int FEWEST = 60;
  private static final double NEARLY_ALL = 0.98;
  private static final double MOSTLY = 0.8;
  private static final double CORRELATED = 0.5;
  private static final int DAY = 24;
  private static final int HOURS = 3 * DAY;
  private static final long HOUR_MILLIS = 3_600_000;

  /** Resets of a counter among its steps; a gauge falls far more often. */
  private static final double FEW_FALLS = 0.02;

  /** When counts reach this all are halved, so that a series may change its ways. */
  private static final int HALVED_AT = 20_000;

  private final double[] hours = new double[HOURS];
  private int kept;
  private long hour = Long.MIN_VALUE;
  private double sum;
  private int count;

  private double last = Double.NaN;
  private int steps;
  private int rises;
  private int falls;
  private int zeros;
  private int negatives;

  /** Takes a finite sample in the order of time. */
  public void next(long millis, double value) {
    if (!Double.isNaN(last)) {
      steps++;
      rises += value > last ? 1 : 0;
      falls += value < last ? 1 : 0;
    }
    last = value;
    zeros += value == 0 ? 1 : 0;
    negatives += value < 0 ? 1 : 0;
    long now = Math.floorDiv(millis, HOUR_MILLIS);
    if (now != hour && count > 0) {
      close(now);
    }
    hour = now;
    sum += value;
    count++;
    if (steps >= HALVED_AT) {
      halve();
    }
  }

  public Behaviour behaviour() {
    if (steps < FEWEST) {
      return Behaviour.UNKNOWN;
    }
    if (rises + falls <= (1 - NEARLY_ALL) * steps) {
      return zeros >= MOSTLY * steps && rises + falls > 0 ? Behaviour.SPARSE : Behaviour.CONSTANT;
    }
    if (zeros >= MOSTLY * steps) {
      return Behaviour.SPARSE;
    }
    if (negatives == 0 && falls <= FEW_FALLS * steps && rises >= steps / 5) {
      return Behaviour.COUNTER;
    }
    return rhythm() >= CORRELATED ? Behaviour.RHYTHMIC : Behaviour.IRREGULAR;
  }

  /** Correlation of the hours with those a day before, 0 before three days are known. */
  double rhythm() {
    if (kept < HOURS) {
      return 0;
    }
    double mean = 0;
    for (double value : hours) {
      mean += value / HOURS;
    }
    double together = 0;
    double squares = 0;
    for (int i = 0; i < HOURS; i++) {
      double here = hours[i] - mean;
      squares += here * here;
      together += i >= DAY ? here * (hours[i - DAY] - mean) : 0;
    }
    return squares == 0 ? 0 : together / squares * HOURS / (HOURS - DAY);
  }

  private void close(long now) {
    // A gap would set the hours against others than those of the day before.
    long gap = hour == Long.MIN_VALUE ? 1 : Math.min(now - hour, HOURS);
    for (long i = 0; i < gap; i++) {
      if (kept == HOURS) {
        System.arraycopy(hours, 1, hours, 0, HOURS - 1);
        kept--;
      }
      hours[kept++] = sum / count;
    }
    sum = 0;
    count = 0;
  }

  private void halve() {
    steps /= 2;
    rises /= 2;
    falls /= 2;
    zeros /= 2;
    negatives /= 2;
  }

  @Override
  public void write(DataOutput out) throws IOException {
    StateForm.write(out, hours);
    StateForm.write(out, new int[] {kept, count, steps, rises, falls, zeros, negatives});
    out.writeLong(hour);
    out.writeDouble(sum);
    out.writeDouble(last);
  }

  @Override
  public void read(DataInput in) throws IOException {
    StateForm.read(in, hours);
    int[] counts = new int[7];
    StateForm.read(in, counts);
    kept = Math.min(counts[0], HOURS);
    count = counts[1];
    steps = counts[2];
    rises = counts[3];
    falls = counts[4];
    zeros = counts[5];
    negatives = counts[6];
    hour = in.readLong();
    sum = in.readDouble();
    last = in.readDouble();
  }
}
