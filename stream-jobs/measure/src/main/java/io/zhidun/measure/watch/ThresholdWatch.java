package io.zhidun.measure.watch;

import io.zhidun.measure.state.Stateful;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Follows one {@link Threshold}: bad for long enough raises, good for long enough clears. */
public final class ThresholdWatch implements Stateful {
  private static final long NEVER = Long.MIN_VALUE;

  private final Threshold threshold;
  private boolean raised;

  /** Since when it is bad while not raised, or good while raised. */
  private long since = NEVER;

  private long last = NEVER;

  public ThresholdWatch(Threshold threshold) {
    this.threshold = threshold;
  }

  public Transition next(long millis, double value) {
    boolean unknown = last != NEVER && millis - last > threshold.gap().toMillis();
    last = millis;
    if (unknown) {
      since = NEVER;
    }
    boolean turning = raised ? threshold.good(value) : threshold.bad(value);
    if (!turning) {
      since = NEVER;
      return Transition.NONE;
    }
    since = since == NEVER ? millis : since;
    long needed = (raised ? threshold.recover() : threshold.hold()).toMillis();
    if (millis - since < needed) {
      return Transition.NONE;
    }
    raised = !raised;
    since = NEVER;
    return raised ? Transition.RAISED : Transition.CLEARED;
  }

  public boolean raised() {
    return raised;
  }

  @Override
  public void write(DataOutput out) throws IOException {
    out.writeBoolean(raised);
    out.writeLong(since);
    out.writeLong(last);
  }

  @Override
  public void read(DataInput in) throws IOException {
    raised = in.readBoolean();
    since = in.readLong();
    last = in.readLong();
  }
}
