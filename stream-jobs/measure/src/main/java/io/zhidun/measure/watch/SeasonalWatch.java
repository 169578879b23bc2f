package io.zhidun.measure.watch;

import io.zhidun.measure.state.Stateful;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Raises when a series stays outside the band of its season, and clears when it is back inside for
 * as many samples. Brutlag's rule: so many violations within a window, not one.
 */
public final class SeasonalWatch implements Stateful {
  /** Half the band's width in mean absolute deviations; 6 are 4.8 standard ones where normal. */
  public static final double BAND = 6;

  /** Samples in a row that decide. */
  private static final int RUN = 4;

  private boolean raised;
  private int run;

  /**
   * @param distance from what is expected in mean absolute deviations, NaN where nothing is
   */
  public Transition next(double distance) {
    if (Double.isNaN(distance)) {
      run = 0;
      return Transition.NONE;
    }
    boolean outside = Math.abs(distance) > BAND;
    run = outside != raised ? run + 1 : 0;
    if (run < RUN) {
      return Transition.NONE;
    }
    run = 0;
    raised = !raised;
    return raised ? Transition.RAISED : Transition.CLEARED;
  }

  public boolean raised() {
    return raised;
  }

  @Override
  public void write(DataOutput out) throws IOException {
    out.writeBoolean(raised);
    out.writeInt(run);
  }

  @Override
  public void read(DataInput in) throws IOException {
    raised = in.readBoolean();
    run = in.readInt();
  }
}
