package io.zhidun.measure.watch;

import io.zhidun.measure.state.StateForm;
import io.zhidun.measure.state.Stateful;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;

/**
 * Sum over a sliding window, in buckets: it reaches back between the window and the window less one
 * bucket.
 */
public final class SlidingSum implements Stateful {
  private final long bucketMillis;
  private final double[] sums;
  private long newest = Long.MIN_VALUE;

  /**
   * @throws IllegalArgumentException where a bucket would be shorter than a millisecond
   */
  public SlidingSum(Duration window, int buckets) {
    if (buckets < 1 || window.toMillis() < buckets) {
      throw new IllegalArgumentException("no " + buckets + " buckets in " + window);
    }
    bucketMillis = window.toMillis() / buckets;
    sums = new double[buckets];
  }

  /** Adds an amount; one before the window is left out. */
  public void add(long millis, double amount) {
    advance(millis);
    long bucket = Math.floorDiv(millis, bucketMillis);
    if (bucket > newest - sums.length) {
      sums[Math.floorMod(bucket, sums.length)] += amount;
    }
  }

  /** The sum of the newest buckets that together are this long. */
  public double sum(long millis, Duration reach) {
    advance(millis);
    int count = (int) Math.min(sums.length, Math.max(1, reach.toMillis() / bucketMillis));
    double sum = 0;
    for (int i = 0; i < count; i++) {
      sum += sums[Math.floorMod(newest - i, sums.length)];
    }
    return sum;
  }

  /** The sum of the whole window. */
  public double sum(long millis) {
    return sum(millis, Duration.ofMillis(bucketMillis * sums.length));
  }

  private void advance(long millis) {
    long bucket = Math.floorDiv(millis, bucketMillis);
    if (newest == Long.MIN_VALUE || bucket - newest >= sums.length) {
      Arrays.fill(sums, 0);
      newest = bucket;
    }
    while (newest < bucket) {
      newest++;
      sums[Math.floorMod(newest, sums.length)] = 0;
    }
  }

  @Override
  public void write(DataOutput out) throws IOException {
    out.writeLong(newest);
    StateForm.write(out, sums);
  }

  @Override
  public void read(DataInput in) throws IOException {
    newest = in.readLong();
    StateForm.read(in, sums);
  }
}
