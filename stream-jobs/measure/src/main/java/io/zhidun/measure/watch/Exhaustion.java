package io.zhidun.measure.watch;

import java.time.Duration;
import java.util.Objects;

/**
 * A limit that a series must not reach: bytes of a disk, seconds of a certificate, messages of a
 * queue, requests of a quota.
 *
 * @param limit the value at which it is exhausted; the series may come from either side
 * @param warning how long before that it is told
 */
public record Exhaustion(double limit, Duration warning) {
  public Exhaustion {
    Objects.requireNonNull(warning, "warning");
    if (!Double.isFinite(limit)) {
      throw new IllegalArgumentException("a limit must be finite, was " + limit);
    }
    if (warning.isNegative() || warning.isZero()) {
      throw new IllegalArgumentException("a warning must come before, was " + warning);
    }
  }
}
