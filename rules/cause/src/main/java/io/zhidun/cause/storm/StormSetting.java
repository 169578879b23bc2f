package io.zhidun.cause.storm;

import io.zhidun.cause.topology.EdgeKind;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * How facts are gathered.
 *
 * @param window facts of one storm follow one another within this
 * @param reach farthest nodes that are tied at once, in steps
 * @param allowance how much later than others a fact may arrive
 * @param ahead how far ahead of its arrival a fact's own clock may be
 * @param longest a storm is cut after this
 * @param lookback how long before a storm a change or detection may have caused it
 * @param facts most facts that are held open
 * @param steps length of an edge; a kind that is missing ties nothing
 */
public record StormSetting(
    Duration window,
    int reach,
    Duration allowance,
    Duration ahead,
    Duration longest,
    Duration lookback,
    int facts,
    Map<EdgeKind, Integer> steps) {
  public StormSetting {
    positive("window", window);
    positive("longest", longest);
    if (reach < 0 || facts < 1) {
      throw new IllegalArgumentException(
          "reach must not be negative and facts positive, were " + reach + " and " + facts);
    }
    if (allowance.isNegative() || ahead.isNegative() || lookback.isNegative()) {
      throw new IllegalArgumentException("allowance, ahead and lookback must not be negative");
    }
    steps.forEach((kind, length) -> positiveStep(kind, length));
    Map<EdgeKind, Integer> copy = new EnumMap<>(EdgeKind.class);
    copy.putAll(steps);
    steps = Collections.unmodifiableMap(copy);
  }

  private static void positive(String name, Duration value) {
    if (value.isNegative() || value.isZero()) {
      throw new IllegalArgumentException(name + " must be positive, was " + value);
    }
  }

  private static void positiveStep(EdgeKind kind, int length) {
    if (length < 1) {
      throw new IllegalArgumentException("a step must be at least 1, " + kind + " was " + length);
    }
  }
}
