package io.zhidun.collectors.core;

import java.time.Duration;
import java.util.Objects;

/**
 * How long to wait before a failed collector runs again: doubling from the first pause to the
 * longest, and from the start after it had worked long enough.
 *
 * @param first pause after the first failure
 * @param longest upper bound of the pause
 * @param healthyAfter a run at least this long forgets earlier failures
 */
public record RestartBackoff(Duration first, Duration longest, Duration healthyAfter) {
  private static final int MAX_DOUBLINGS = 20;

  public RestartBackoff {
    Objects.requireNonNull(healthyAfter, "healthyAfter");
    if (first.isNegative() || first.isZero()) {
      throw new IllegalArgumentException("first must be positive, was " + first);
    }
    if (longest.compareTo(first) < 0) {
      throw new IllegalArgumentException(
          "longest must be at least first (" + first + "), was " + longest);
    }
  }

  /** One second to half a minute. */
  public static RestartBackoff defaults() {
    return new RestartBackoff(Duration.ofSeconds(1), Duration.ofSeconds(30), Duration.ofMinutes(1));
  }

  /** Failures in a row, counting one more that came after a run of this length. */
  int failuresAfter(int failures, Duration run) {
    return run.compareTo(healthyAfter) >= 0 ? 1 : failures + 1;
  }

  /** Pause after this many failures in a row. */
  Duration pause(int failures) {
    Duration pause = first.multipliedBy(1L << Math.min(failures - 1, MAX_DOUBLINGS));
    return pause.compareTo(longest) > 0 ? longest : pause;
  }
}
