package io.zhidun.standalone.supervisor;

import java.time.Duration;

/**
 * How long to wait before a part that died is started again: twice as long each time, as short as
 * the first time once it has been healthy for long enough.
 */
final class Backoff {
  private final Duration first;
  private final Duration longest;
  private final Duration settled;
  private Duration next;

  /**
   * @param first wait after the first death
   * @param longest wait that is never exceeded
   * @param settled time of health after which a death counts as the first again
   */
  Backoff(Duration first, Duration longest, Duration settled) {
    if (first.isNegative() || first.compareTo(longest) > 0) {
      throw new IllegalArgumentException(
          "first wait must be from 0 to the longest %s, was %s".formatted(longest, first));
    }
    this.first = first;
    this.longest = longest;
    this.settled = settled;
    this.next = first;
  }

  /** The usual one: 1 s, 2 s, … 30 s, and from the beginning after a healthy minute. */
  static Backoff standard() {
    return new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(30), Duration.ofMinutes(1));
  }

  Duration afterDeath(Duration healthyFor) {
    if (healthyFor.compareTo(settled) >= 0) {
      next = first;
    }
    Duration wait = next;
    Duration doubled = wait.multipliedBy(2);
    next = doubled.compareTo(longest) > 0 ? longest : doubled;
    return wait;
  }
}
