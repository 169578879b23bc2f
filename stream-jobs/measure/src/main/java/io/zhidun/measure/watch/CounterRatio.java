package io.zhidun.measure.watch;

import io.zhidun.measure.state.Stateful;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Duration;

/**
 * Share of one counter in another over a sliding window, such as errors among requests. Below a
 * least amount there is no ratio: one error of two requests is not half of anything. Source of the
 * form: "Monitoring Distributed Systems" in Beyer et al., Site Reliability Engineering (2016).
 */
public final class CounterRatio implements Stateful {
  private static final int BUCKETS = 30;

  private final CounterRate part = new CounterRate();
  private final CounterRate whole = new CounterRate();
  private final SlidingSum parts;
  private final SlidingSum wholes;
  private final double fewest;

  /**
   * @param fewest amount of the whole in the window from which there is a ratio
   */
  public CounterRatio(Duration window, double fewest) {
    parts = new SlidingSum(window, BUCKETS);
    wholes = new SlidingSum(window, BUCKETS);
    this.fewest = fewest;
  }

  /** Takes a sample of the part and one of the whole; either may begin anew on its own. */
  public double next(long millis, double ofPart, double ofWhole) {
    part.next(millis, ofPart);
    whole.next(millis, ofWhole);
    if (!Double.isNaN(part.increase()) && !Double.isNaN(whole.increase())) {
      parts.add(millis, part.increase());
      wholes.add(millis, whole.increase());
    }
    return ratio(millis);
  }

  /** The ratio, or NaN where too little happened. */
  public double ratio(long millis) {
    double all = wholes.sum(millis);
    return all < fewest || all <= 0 ? Double.NaN : Math.min(1, parts.sum(millis) / all);
  }

  @Override
  public void write(DataOutput out) throws IOException {
    part.write(out);
    whole.write(out);
    parts.write(out);
    wholes.write(out);
  }

  @Override
  public void read(DataInput in) throws IOException {
    part.read(in);
    whole.read(in);
    parts.read(in);
    wholes.read(in);
  }
}
