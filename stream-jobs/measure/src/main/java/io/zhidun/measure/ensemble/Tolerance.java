package io.zhidun.measure.ensemble;

import io.zhidun.measure.state.StateForm;
import io.zhidun.measure.state.Stateful;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * What people said was no anomaly: by which factor alerts of a shape must be rarer than usual. It
 * fades, since what was harmless a month ago need not be so for ever.
 */
final class Tolerance implements Stateful {
  private static final int ASPECTS = Aspect.values().length;

  /** A shape is raised to this multiple of what was dismissed. */
  private static final double MARGIN = 1.15;

  private static final double HIGHEST = 3;

  /** After how many points half of it is forgotten: ten weeks of a point every five minutes. */
  private static final double HALF_LIFE = 20_000;

  /** By pair of aspects, the first in the order of their names first; 1 where nothing was said. */
  private final double[] factors = new double[ASPECTS * ASPECTS];

  private final int[] since = new int[ASPECTS * ASPECTS];

  Tolerance() {
    Arrays.fill(factors, 1);
  }

  double factor(Aspect one, Aspect other, int now) {
    int pair = pair(one, other);
    double excess = factors[pair] - 1;
    return excess == 0 ? 1 : 1 + excess * Math.pow(0.5, (now - since[pair]) / HALF_LIFE);
  }

  /** Raises what a shape needs to alert again. */
  void raise(Shape shape, double threshold, int now) {
    double needed = Math.min(HIGHEST, MARGIN * shape.rarity() / threshold);
    double factor = factor(shape.first(), shape.second(), now);
    int pair = pair(shape.first(), shape.second());
    factors[pair] = Math.max(needed, factor);
    since[pair] = now;
  }

  private static int pair(Aspect one, Aspect other) {
    int low = Math.min(one.ordinal(), other.ordinal());
    return low * ASPECTS + Math.max(one.ordinal(), other.ordinal());
  }

  @Override
  public void write(DataOutput out) throws IOException {
    StateForm.write(out, factors);
    StateForm.write(out, since);
  }

  @Override
  public void read(DataInput in) throws IOException {
    StateForm.read(in, factors);
    StateForm.read(in, since);
  }
}
