package io.zhidun.simulator.attack;

import java.time.Duration;
import java.time.Instant;

/**
 * Which attacks are made, and when.
 *
 * @param names {@code all}, {@code none}, or names separated by commas
 * @param interval time from the begin of one attack to the begin of the next
 * @param rounds how many times each attack is made, or 0 for without end
 */
public record Campaign(String names, Duration interval, int rounds) {
  /** Soon enough for somebody who watches. */
  private static final Duration SOON = Duration.ofSeconds(15);

  public Campaign {
    if (interval.isNegative() || interval.isZero()) {
      throw new IllegalArgumentException("attack interval must be positive, was " + interval);
    }
    if (rounds < 0) {
      throw new IllegalArgumentException("attack rounds must be at least 0, was " + rounds);
    }
  }

  /** The same attacks, close enough together for each to begin and end within {@code length}. */
  public Campaign within(Duration length) {
    Duration fits = length.dividedBy(Attacks.named(names).size() + 1L);
    return interval.compareTo(fits) > 0 ? new Campaign(names, fits, rounds) : this;
  }

  /** When the first attack begins. */
  public Instant firstAfter(Instant start) {
    return start.plus(interval.compareTo(SOON) < 0 ? interval : SOON);
  }
}
