package io.zhidun.measure.ensemble;

import io.zhidun.measure.state.StateForm;
import io.zhidun.measure.state.Stateful;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * How rare a value is among the last four to eight thousand, in powers of ten: the mean of what
 * counting says (conformal p-value, Vovk et al. 2005) and what an exponential tail above the
 * highest twentieth says (peaks over threshold with shape 0, Pickands 1975; Siffer et al. 2017).
 * Counting alone cannot tell extremes apart, the tail alone trusts its form too far.
 *
 * <p>Only the highest values are kept, exactly those of the span: what lies below the highest value
 * that found no place is not taken in before the generation of that one has passed. So it is 3.6
 * KB, and cheap where nothing happens.
 */
public final class TailMemory implements Stateful {
  /** Values after which those of the generation before are forgotten. */
  static final int GENERATION = 4000;

  private static final double TAIL = 0.05;
  private static final int KEPT = (int) (TAIL * 2 * GENERATION);
  private static final int FEWEST_IN_TAIL = 8;
  private static final int FEWEST_SEEN = 60;

  /** Decades beyond which an exponential tail says nothing. */
  private static final double RAREST = 20;

  /** Decades of a value above a tail in which all are equal. */
  private static final double ABOVE_EQUALS = 6;

  /** Descending. */
  private final double[] highest = new double[KEPT];

  /** Whether each of them is of the generation before. */
  private final boolean[] old = new boolean[KEPT];

  private int kept;
  private int oldSeen;
  private int seen;

  /** The highest value of the generation before that is not kept. */
  private double oldFloor = Double.NEGATIVE_INFINITY;

  private double floor = Double.NEGATIVE_INFINITY;

  /** Rarity of a value, which is then remembered; 0 for common ones and before 60 were seen. */
  public double next(double value) {
    if (seen == GENERATION) {
      turn();
    }
    seen++;
    int above = countAtLeast(value);
    double rarity = oldSeen + seen > FEWEST_SEEN && kept > 0 ? rarity(value, above) : 0;
    if (above < KEPT && value > Math.max(floor, oldFloor)) {
      insert(above, value);
    } else {
      floor = Math.max(floor, value);
    }
    return rarity;
  }

  /** The value that about this share of the remembered ones exceeds. */
  double level(double share) {
    return kept == 0
        ? Double.MAX_VALUE
        : highest[Math.min((int) (share * (oldSeen + seen)), kept - 1)];
  }

  private double rarity(double value, int above) {
    int remembered = oldSeen + seen;
    int tail = Math.min(Math.max(FEWEST_IN_TAIL, (int) (TAIL * remembered)), kept - 1);
    double threshold = highest[tail];
    if (value <= threshold) {
      return 0;
    }
    double excess = 0;
    for (int i = 0; i < tail; i++) {
      excess += highest[i] - threshold;
    }
    double counted = -Math.log10((above + 1.0) / (remembered + 1));
    double fitted = ABOVE_EQUALS;
    if (excess > 0) {
      double beyond = (value - threshold) * tail / excess;
      fitted = Math.min(RAREST, beyond / Math.log(10) - Math.log10(tail / (double) remembered));
    }
    return (counted + fitted) / 2;
  }

  private int countAtLeast(double value) {
    int low = 0;
    int high = kept;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (highest[middle] >= value) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private void insert(int place, double value) {
    if (kept == KEPT) {
      drop(KEPT - 1);
    }
    System.arraycopy(highest, place, highest, place + 1, kept - place);
    System.arraycopy(old, place, old, place + 1, kept - place);
    highest[place] = value;
    old[place] = false;
    kept++;
  }

  private void drop(int place) {
    if (old[place]) {
      oldFloor = Math.max(oldFloor, highest[place]);
    } else {
      floor = Math.max(floor, highest[place]);
    }
    kept--;
  }

  private void turn() {
    int young = 0;
    for (int i = 0; i < kept; i++) {
      if (!old[i]) {
        highest[young] = highest[i];
        old[young++] = true;
      }
    }
    kept = young;
    oldFloor = floor;
    floor = Double.NEGATIVE_INFINITY;
    oldSeen = seen;
    seen = 0;
  }

  @Override
  public void write(DataOutput out) throws IOException {
    out.writeInt(oldSeen);
    out.writeInt(seen);
    out.writeDouble(oldFloor);
    out.writeDouble(floor);
    out.writeInt(kept);
    for (int i = 0; i < kept; i++) {
      out.writeDouble(highest[i]);
      out.writeBoolean(old[i]);
    }
  }

  @Override
  public void read(DataInput in) throws IOException {
    oldSeen = StateForm.readCount(in, GENERATION);
    seen = StateForm.readCount(in, GENERATION);
    oldFloor = in.readDouble();
    floor = in.readDouble();
    kept = StateForm.readCount(in, KEPT);
    for (int i = 0; i < kept; i++) {
      highest[i] = in.readDouble();
      old[i] = in.readBoolean();
    }
  }
}
