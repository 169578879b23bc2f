package io.zhidun.measure;

import io.zhidun.measure.state.StateForm;
import io.zhidun.measure.state.Stateful;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Lets a series' finite samples through in the order of their times and counts what becomes of the
 * others. Detectors are functions of an ordered series; what comes late is stored, but not judged.
 */
public final class SampleGate implements Stateful {
  /** How far a sample's time may lie behind its receipt in the future. */
  public static final long AHEAD_MILLIS = 600_000;

  /** Values beyond this are taken for this, so that squares and sums stay finite. */
  public static final double LARGEST = 1e150;

  /** The bits of Prometheus' staleness marker, which is a NaN of its own. */
  private static final long STALE_BITS = 0x7ff0000000000002L;

  private final long[] counts = new long[Admission.values().length];
  private long newest = Long.MIN_VALUE;

  /**
   * @param millis the sample's time
   * @param received when it was received
   */
  public Admission admit(long millis, double value, long received) {
    Admission admission = judge(millis, value, received);
    counts[admission.ordinal()]++;
    if (admission == Admission.ADMITTED) {
      newest = millis;
    }
    return admission;
  }

  private Admission judge(long millis, double value, long received) {
    if (Double.isNaN(value)) {
      return Double.doubleToRawLongBits(value) == STALE_BITS
          ? Admission.STALE_MARK
          : Admission.NOT_A_NUMBER;
    }
    if (Double.isInfinite(value)) {
      return Admission.INFINITE;
    }
    if (millis - AHEAD_MILLIS > received) {
      return Admission.AHEAD;
    }
    if (millis > newest) {
      return Admission.ADMITTED;
    }
    return millis == newest ? Admission.DUPLICATE : Admission.LATE;
  }

  /** The value within ±{@link #LARGEST}. */
  public static double bounded(double value) {
    return Math.max(-LARGEST, Math.min(LARGEST, value));
  }

  public long count(Admission admission) {
    return counts[admission.ordinal()];
  }

  @Override
  public void write(DataOutput out) throws IOException {
    StateForm.write(out, counts);
    out.writeLong(newest);
  }

  @Override
  public void read(DataInput in) throws IOException {
    StateForm.read(in, counts);
    newest = in.readLong();
  }
}
