package io.zhidun.collectors.metrics;

import java.time.Duration;
import java.util.Objects;

/**
 * How many series a source may have.
 *
 * @param newPerMinute series a minute that were not known, once {@code settling} is over
 * @param active series at a time
 * @param idle a series that long unseen is forgotten
 * @param settling after its begin a source shows all the series it has: only {@code active} bounds
 *     them then
 */
public record SeriesLimits(int newPerMinute, int active, Duration idle, Duration settling) {
  /** For a source such as one Prometheus. */
  public static final SeriesLimits DEFAULT =
      new SeriesLimits(10_000, 100_000, Duration.ofMinutes(30), Duration.ofMinutes(2));

  private static final int MOST_ACTIVE = 2_000_000;

  public SeriesLimits {
    Objects.requireNonNull(idle, "idle");
    Objects.requireNonNull(settling, "settling");
    if (newPerMinute < 1) {
      throw new IllegalArgumentException("newPerMinute must be at least 1, was " + newPerMinute);
    }
    if (active < 1 || active > MOST_ACTIVE) {
      throw new IllegalArgumentException("active must be 1 to " + MOST_ACTIVE + ", was " + active);
    }
    if (idle.toMinutes() < 1) {
      throw new IllegalArgumentException("idle must be at least a minute, was " + idle);
    }
  }

  /** With other bounds on numbers. */
  public SeriesLimits withNumbers(int perMinute, int atATime) {
    return new SeriesLimits(perMinute, atATime, idle, settling);
  }
}
