package io.zhidun.measure.watch;

import io.zhidun.measure.state.Stateful;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Two-sided cumulative sum (Page, "Continuous Inspection Schemes", 1954): small shifts that last
 * add up where single samples say nothing. It also tells when the change began: where the sum last
 * left zero. Distances are bounded, so that one extreme sample is no change, and after a finding it
 * rests while the baseline follows.
 */
public final class ChangePoint implements Stateful {
  /** Shift, in mean absolute deviations, half of which is taken off each sample. */
  private static final double SLACK = 1.5;

  private static final double DECISION = 60;
  private static final double BOUND = 4;

  /** How long a change must last: load that comes and goes is none. */
  private static final long LASTING_MILLIS = 2 * 3_600_000L;

  /** How long nothing more is found after a change. */
  private static final long REST_MILLIS = 2 * 86_400_000L;

  private double up;
  private double down;
  private long upSince = Long.MIN_VALUE;
  private long downSince = Long.MIN_VALUE;
  private long restUntil = Long.MIN_VALUE;
  private long began = Long.MIN_VALUE;

  /**
   * @param distance from what is expected in mean absolute deviations, NaN where nothing is
   * @return whether a change is certain with this sample
   */
  public boolean next(long millis, double distance) {
    if (Double.isNaN(distance) || millis < restUntil) {
      return false;
    }
    double bounded = Math.max(-BOUND, Math.min(BOUND, distance));
    upSince = up > 0 ? upSince : millis;
    downSince = down > 0 ? downSince : millis;
    up = Math.max(0, up + bounded - SLACK);
    down = Math.max(0, down - bounded - SLACK);
    boolean higher = up >= DECISION && millis - upSince >= LASTING_MILLIS;
    boolean lower = down >= DECISION && millis - downSince >= LASTING_MILLIS;
    if (!higher && !lower) {
      return false;
    }
    began = higher ? upSince : downSince;
    up = 0;
    down = 0;
    restUntil = millis + REST_MILLIS;
    return true;
  }

  /** When the newest change began. */
  public long began() {
    return began;
  }

  @Override
  public void write(DataOutput out) throws IOException {
    out.writeDouble(up);
    out.writeDouble(down);
    out.writeLong(upSince);
    out.writeLong(downSince);
    out.writeLong(restUntil);
    out.writeLong(began);
  }

  @Override
  public void read(DataInput in) throws IOException {
    up = in.readDouble();
    down = in.readDouble();
    upSince = in.readLong();
    downSince = in.readLong();
    restUntil = in.readLong();
    began = in.readLong();
  }
}
