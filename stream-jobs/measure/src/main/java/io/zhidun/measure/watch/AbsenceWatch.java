package io.zhidun.measure.watch;

import io.zhidun.measure.state.Stateful;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Knows whether a series still speaks. No data is a state of its own, neither good nor bad: nothing
 * else about the series may be concluded in it. The usual interval is learned as a weighted mean
 * with a bound, so that one outage does not teach it patience (Jacobson 1988, the same estimate
 * with deviation that retransmission timers use).
 */
public final class AbsenceWatch implements Stateful {
  /** States of presence. */
  public enum Presence {
    /** Fewer than two samples came. */
    UNKNOWN,
    PRESENT,
    ABSENT
  }

  private static final Presence[] STATES = Presence.values();
  private static final double WEIGHT = 0.1;
  private static final double DEVIATIONS = 4;

  /** Intervals that must be missed in any case. */
  private static final double FEWEST_MISSED = 3;

  private final long leastMillis;
  private Presence presence = Presence.UNKNOWN;
  private long last = Long.MIN_VALUE;
  private double interval;
  private double deviation;

  /**
   * @param leastMillis silence below which a series is never called absent
   */
  public AbsenceWatch(long leastMillis) {
    this.leastMillis = leastMillis;
  }

  /** A sample came: {@link Transition#CLEARED} where the series had been absent. */
  public Transition sample(long millis) {
    Transition change = presence == Presence.ABSENT ? Transition.CLEARED : Transition.NONE;
    if (last != Long.MIN_VALUE) {
      learn(millis - last);
      presence = Presence.PRESENT;
    }
    last = millis;
    return change;
  }

  /** The clock of the stream stands at {@code now}: raised once when the silence is too long. */
  public Transition clock(long now) {
    if (presence != Presence.PRESENT || now - last <= patience()) {
      return Transition.NONE;
    }
    presence = Presence.ABSENT;
    return Transition.RAISED;
  }

  /** The source itself says that the series has ended for now. */
  public Transition staleMark() {
    if (presence != Presence.PRESENT) {
      return Transition.NONE;
    }
    presence = Presence.ABSENT;
    return Transition.RAISED;
  }

  public Presence presence() {
    return presence;
  }

  /** Silence in milliseconds after which the series is absent. */
  public long patience() {
    double usual = Math.max(FEWEST_MISSED * interval, interval + DEVIATIONS * deviation);
    return Math.max(leastMillis, (long) usual);
  }

  private void learn(long gap) {
    if (interval == 0) {
      interval = gap;
      return;
    }
    double bounded = Math.min(gap, FEWEST_MISSED * interval);
    deviation += WEIGHT * (Math.abs(bounded - interval) - deviation);
    interval += WEIGHT * (bounded - interval);
  }

  @Override
  public void write(DataOutput out) throws IOException {
    out.writeByte(presence.ordinal());
    out.writeLong(last);
    out.writeDouble(interval);
    out.writeDouble(deviation);
  }

  @Override
  public void read(DataInput in) throws IOException {
    int state = in.readUnsignedByte();
    if (state >= STATES.length) {
      throw new IOException("no state of presence has the number " + state);
    }
    presence = STATES[state];
    last = in.readLong();
    interval = in.readDouble();
    deviation = in.readDouble();
  }
}
