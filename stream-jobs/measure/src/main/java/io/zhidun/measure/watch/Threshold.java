package io.zhidun.measure.watch;

import java.time.Duration;
import java.util.Objects;

/**
 * A limit with duration and hysteresis, as alarm standards ask of it (ISA-18.2: deadband, on-delay,
 * off-delay) and Prometheus rules have it ({@code for}, {@code keep_firing_for}).
 *
 * @param side on which side of the limit it is bad
 * @param raiseAt the limit itself, which is bad already
 * @param clearAt what must be reached again to be good; on the good side of {@code raiseAt}
 * @param hold how long it must be bad to raise
 * @param recover how long it must be good to clear
 * @param gap between two samples beyond which nothing is known of the time between
 */
public record Threshold(
    Side side, double raiseAt, double clearAt, Duration hold, Duration recover, Duration gap) {
  /** Which values are bad. */
  public enum Side {
    ABOVE,
    BELOW
  }

  public Threshold {
    Objects.requireNonNull(side, "side");
    if (!Double.isFinite(raiseAt) || !Double.isFinite(clearAt)) {
      throw new IllegalArgumentException(
          "limits must be finite, were " + raiseAt + " and " + clearAt);
    }
    if (side == Side.ABOVE ? clearAt > raiseAt : clearAt < raiseAt) {
      throw new IllegalArgumentException(
          "clearing at " + clearAt + " lies on the bad side of raising at " + raiseAt);
    }
    if (hold.isNegative() || recover.isNegative() || gap.isNegative() || gap.isZero()) {
      throw new IllegalArgumentException(
          "durations must not be negative, were " + hold + ", " + recover + " and " + gap);
    }
  }

  boolean bad(double value) {
    return side == Side.ABOVE ? value >= raiseAt : value <= raiseAt;
  }

  boolean good(double value) {
    return side == Side.ABOVE ? value < clearAt : value > clearAt;
  }
}
