package io.zhidun.measure.watch;

import io.zhidun.measure.state.StateForm;
import io.zhidun.measure.state.Stateful;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * What each hour of the week, and each hour of a holiday, usually shows: exponentially weighted
 * mean and mean absolute deviation, with bands as Brutlag draws them ("Aberrant Behavior Detection
 * in Time Series for Network Monitoring", 2000). Between the middles of two hours the mean is
 * interpolated, since a rhythm has no steps. Of an hour that was not seen yet nothing is known, but
 * a holiday is taken for a Sunday until the first one was seen. Errors are bounded before they are
 * learned, so that one outage does not become what is expected. A level that moves for good is
 * followed by an offset of all hours within days.
 */
public final class SeasonalBaseline implements Stateful {
  private static final int CELLS = SiteCalendar.CELLS;
  private static final int HOURS = 24;
  private static final long QUARTER = 900_000;
  private static final long HOUR = 3_600_000;

  /** Weight of one sample at last: an hour of the week is learned over some weeks. */
  private static final double WEIGHT = 0.01;

  /** Deviations beyond which an error teaches no more. */
  private static final double BOUND = 4;

  private static final int SUNDAY = 6 * HOURS;
  private static final int HOLIDAY = 7 * HOURS;

  /** Samples from which a cell is known: an hour of samples a quarter of an hour apart. */
  private static final int FEWEST = 4;

  /** Deviations of the whole series beyond which a value is taken for less. */
  private static final double EXTREME = 20;

  private static final int SETTLED = 50;
  private static final int SEEN_ENOUGH = 1 << 20;

  /** How long the offset of all hours takes to follow two thirds of a step. */
  private static final double OFFSET_MILLIS = 2 * 86_400_000.0;

  /** Longest time between two samples that the offset is moved for. */
  private static final long LONGEST_STEP = HOUR;

  private final SiteCalendar calendar;
  private final double[] means = new double[CELLS];
  private final double[] deviations = new double[CELLS];
  private final int[] seen = new int[CELLS];

  /**
   * In which hour since 1970 each was first seen: before the same hour of another day nothing is
   * known of it.
   */
  private final int[] since = new int[CELLS];

  private double wholeMean;
  private double wholeDeviation;
  private int wholeSeen;
  private double offset;
  private long learned = Long.MIN_VALUE;

  // Where the newest quarter of an hour lies: computed again after a restore.
  private long quarter = Long.MIN_VALUE;
  private int cell;
  private int neighbour;

  public SeasonalBaseline(SiteCalendar calendar) {
    this.calendar = calendar;
  }

  /** What is expected, NaN where nothing is. */
  public double mean(long millis) {
    locate(millis);
    int here = known(cell);
    int there = known(neighbour);
    if (here < 0) {
      return Double.NaN;
    }
    if (there < 0) {
      return means[here] + offset;
    }
    double fromMiddle = Math.abs(Math.floorMod(millis, HOUR) / (double) HOUR - 0.5);
    return means[here] * (1 - fromMiddle) + means[there] * fromMiddle + offset;
  }

  /** Mean absolute deviation from {@link #mean}, NaN where nothing is expected. */
  public double deviation(long millis) {
    locate(millis);
    int here = known(cell);
    if (here < 0) {
      return Double.NaN;
    }
    int there = known(neighbour);
    double deviation = there < 0 ? deviations[here] : Math.max(deviations[here], deviations[there]);
    return deviation + 1e-3 * Math.abs(means[here]) + 1e-9;
  }

  /** Learns a sample. */
  public void learn(long millis, double sample) {
    locate(millis);
    double value = withinWhole(sample);
    double expected = mean(millis);
    if (!Double.isNaN(expected)) {
      follow(millis, value - expected, BOUND * deviation(millis));
    }
    learn(cell, value - offset, expected - offset);
    learned = millis;
  }

  /** The value, drawn nearer where it lies beyond all reason; learns of it too. */
  private double withinWhole(double sample) {
    double bound = EXTREME * (wholeDeviation + 1e-3 * Math.abs(wholeMean) + 1e-9);
    double error = sample - wholeMean;
    double taught = wholeSeen < SETTLED ? error : Math.max(-bound, Math.min(bound, error));
    wholeSeen = Math.min(wholeSeen + 1, SEEN_ENOUGH);
    double weight = Math.max(WEIGHT, 1.0 / wholeSeen);
    double value = wholeMean + taught;
    wholeMean += weight * taught;
    wholeDeviation += weight * (Math.abs(taught) - wholeDeviation);
    return value;
  }

  private void follow(long millis, double error, double bound) {
    if (learned != Long.MIN_VALUE) {
      double share = Math.min(LONGEST_STEP, millis - learned) / OFFSET_MILLIS;
      offset += share * Math.max(-bound, Math.min(bound, error));
    }
  }

  private void learn(int place, double value, double expected) {
    if (seen[place] == 0) {
      means[place] = value;
      seen[place] = 1;
      since[place] = hour();
      return;
    }
    seen[place] = Math.min(seen[place] + 1, SEEN_ENOUGH);
    double error = value - (Double.isNaN(expected) ? means[place] : expected);
    double bound = BOUND * deviations[place] + 1e-3 * Math.abs(means[place]) + 1e-9;
    double taught = seen[place] > HOURS ? Math.max(-bound, Math.min(bound, error)) : error;
    double weight = Math.max(WEIGHT, 1.0 / seen[place]);
    means[place] += weight * taught;
    // Bounded less than the mean: a wider scatter must be learned in the end.
    double scatter = Math.min(Math.abs(error), 2 * bound);
    deviations[place] += weight * (scatter - deviations[place]);
  }

  private int known(int place) {
    if (ripe(place)) {
      return place;
    }
    int sunday = SUNDAY + place % HOURS;
    return place >= HOLIDAY && ripe(sunday) ? sunday : -1;
  }

  private boolean ripe(int place) {
    return seen[place] >= FEWEST && hour() - since[place] >= HOURS / 2;
  }

  private int hour() {
    return (int) Math.floorDiv(quarter, HOUR / QUARTER);
  }

  private void locate(long millis) {
    long at = Math.floorDiv(millis, QUARTER);
    if (at == quarter) {
      return;
    }
    quarter = at;
    cell = calendar.cell(millis);
    boolean early = Math.floorMod(millis, HOUR) < HOUR / 2;
    neighbour = calendar.cell(millis + (early ? -HOUR : HOUR));
  }

  @Override
  public void write(DataOutput out) throws IOException {
    StateForm.write(out, means);
    StateForm.write(out, deviations);
    StateForm.write(out, seen);
    StateForm.write(out, since);
    out.writeDouble(wholeMean);
    out.writeDouble(wholeDeviation);
    out.writeInt(wholeSeen);
    out.writeDouble(offset);
    out.writeLong(learned);
  }

  @Override
  public void read(DataInput in) throws IOException {
    StateForm.read(in, means);
    StateForm.read(in, deviations);
    StateForm.read(in, seen);
    StateForm.read(in, since);
    wholeMean = in.readDouble();
    wholeDeviation = in.readDouble();
    wholeSeen = in.readInt();
    offset = in.readDouble();
    learned = in.readLong();
    quarter = Long.MIN_VALUE;
  }
}
