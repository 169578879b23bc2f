package io.zhidun.measure.watch;

import io.zhidun.measure.state.StateForm;
import io.zhidun.measure.state.Stateful;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.OptionalLong;

/**
 * Says when a series will reach its limit: the line of Theil (1950) and Sen (1968), the median of
 * the slopes between all pairs of points, through the means of the last {@value #BUCKETS} hours. It
 * bears with 29 % of the points being anything. Nothing is said while the line does not stand out
 * of its own scatter. When the series jumps back from the limit by much (a clean-up, a new
 * certificate), it begins anew.
 */
public final class ExhaustionForecast implements Stateful {
  /** Hours looked back: two days, so that a rhythm of the day cancels itself out. */
  static final int BUCKETS = 48;

  private static final long BUCKET_MILLIS = 3_600_000;
  private static final int FEWEST = 8;

  /**
   * Below a day of history the line is drawn no farther ahead than behind: it may be the morning of
   * a rhythm.
   */
  private static final int WHOLE_DAY = 24;

  /** How many times its scatter the line must rise to be believed. */
  private static final double STANDS_OUT = 3;

  /** Share of the way to the limit whose loss within a bucket is a new beginning. */
  private static final double JUMP = 0.1;

  private final Exhaustion exhaustion;
  private final double[] means = new double[BUCKETS];
  private final long[] buckets = new long[BUCKETS];
  private int kept;
  private long bucket = Long.MIN_VALUE;
  private double sum;
  private int count;
  private long exhausted = Long.MAX_VALUE;
  private boolean raised;

  public ExhaustionForecast(Exhaustion exhaustion) {
    this.exhaustion = exhaustion;
  }

  /** The forecast is made anew with each full hour. */
  public Transition next(long millis, double value) {
    long at = Math.floorDiv(millis, BUCKET_MILLIS);
    if (at != bucket && count > 0) {
      close();
    }
    bucket = at;
    sum += value;
    count++;
    boolean warn =
        exhausted != Long.MAX_VALUE && exhausted - millis <= exhaustion.warning().toMillis();
    if (warn == raised) {
      return Transition.NONE;
    }
    raised = warn;
    return warn ? Transition.RAISED : Transition.CLEARED;
  }

  /** When the limit will be reached, empty where no trend leads there. */
  public OptionalLong exhausted() {
    return exhausted == Long.MAX_VALUE ? OptionalLong.empty() : OptionalLong.of(exhausted);
  }

  public boolean raised() {
    return raised;
  }

  private void close() {
    double mean = sum / count;
    sum = 0;
    count = 0;
    if (kept > 0) {
      double way = Math.abs(exhaustion.limit() - means[kept - 1]);
      double back = Math.abs(exhaustion.limit() - mean) - way;
      if (back > JUMP * Math.max(way, Math.abs(exhaustion.limit() - means[0]))) {
        kept = 0;
      }
    }
    if (kept == BUCKETS) {
      System.arraycopy(means, 1, means, 0, BUCKETS - 1);
      System.arraycopy(buckets, 1, buckets, 0, BUCKETS - 1);
      kept--;
    }
    means[kept] = mean;
    buckets[kept++] = bucket;
    exhausted = forecast();
  }

  private long forecast() {
    if (kept < FEWEST) {
      return Long.MAX_VALUE;
    }
    double slope = slope();
    double[] levels = new double[kept];
    for (int i = 0; i < kept; i++) {
      levels[i] = means[i] - slope * (buckets[i] - bucket);
    }
    double level = median(levels.clone());
    for (int i = 0; i < kept; i++) {
      levels[i] = Math.abs(levels[i] - level);
    }
    double rise = Math.abs(slope) * (bucket - buckets[0]);
    double left = (exhaustion.limit() - level) / slope;
    boolean tooFar = bucket - buckets[0] < WHOLE_DAY && left > bucket - buckets[0];
    if (slope == 0 || rise < STANDS_OUT * median(levels) || tooFar || !(left >= 0)) {
      return Long.MAX_VALUE;
    }
    // A bucket's mean stands for its middle.
    double millis = (bucket + 0.5 + left) * BUCKET_MILLIS;
    return millis < Long.MAX_VALUE / 4.0 ? (long) millis : Long.MAX_VALUE;
  }

  private double slope() {
    double[] slopes = new double[kept * (kept - 1) / 2];
    int n = 0;
    for (int i = 0; i < kept; i++) {
      for (int j = i + 1; j < kept; j++) {
        slopes[n++] = (means[j] - means[i]) / (buckets[j] - buckets[i]);
      }
    }
    return median(slopes);
  }

  private static double median(double[] values) {
    return select(values, values.length / 2);
  }

  /** The value that a sorted array would have at this place (Hoare 1961); reorders the array. */
  private static double select(double[] values, int place) {
    int from = 0;
    int to = values.length - 1;
    while (from < to) {
      double pivot = values[(from + to) >>> 1];
      int i = from;
      int j = to;
      while (i <= j) {
        while (values[i] < pivot) {
          i++;
        }
        while (values[j] > pivot) {
          j--;
        }
        if (i <= j) {
          double moved = values[i];
          values[i++] = values[j];
          values[j--] = moved;
        }
      }
      if (place <= j) {
        to = j;
      } else if (place >= i) {
        from = i;
      } else {
        return values[place];
      }
    }
    return values[place];
  }

  @Override
  public void write(DataOutput out) throws IOException {
    StateForm.write(out, means);
    StateForm.write(out, buckets);
    out.writeInt(kept);
    out.writeLong(bucket);
    out.writeDouble(sum);
    out.writeInt(count);
    out.writeLong(exhausted);
    out.writeBoolean(raised);
  }

  @Override
  public void read(DataInput in) throws IOException {
    StateForm.read(in, means);
    StateForm.read(in, buckets);
    kept = StateForm.readCount(in, BUCKETS);
    bucket = in.readLong();
    sum = in.readDouble();
    count = in.readInt();
    exhausted = in.readLong();
    raised = in.readBoolean();
  }
}
