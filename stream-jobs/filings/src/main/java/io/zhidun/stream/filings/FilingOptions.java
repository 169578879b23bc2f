package io.zhidun.stream.filings;

import io.zhidun.stream.core.JobOptions;
import java.time.Duration;
import java.util.Objects;

/**
 * Settings of the filing job.
 *
 * @param job what every job needs; its lateness is how far a record may come behind the newest
 * @param idleness a source that says nothing for this long holds nobody back; when none says
 *     anything, what waits is released
 * @param ahead how far a record's time may lie behind its receipt in the future
 * @param retention how long, in event time, a digest is kept
 */
public record FilingOptions(JobOptions job, Duration idleness, Duration ahead, Duration retention) {
  public static final Duration DEFAULT_LATENESS = Duration.ofSeconds(1);

  public FilingOptions {
    Objects.requireNonNull(job, "job");
    requirePositive(idleness, "idleness");
    requirePositive(ahead, "ahead");
    requirePositive(retention, "retention");
  }

  private static void requirePositive(Duration value, String name) {
    if (value.isNegative() || value.isZero()) {
      throw new IllegalArgumentException(name + " must be positive, was " + value);
    }
  }

  /** Usual settings: 500 ms of idleness, a day ahead, 400 days kept. */
  public static FilingOptions of(JobOptions job) {
    return new FilingOptions(job, Duration.ofMillis(500), Duration.ofDays(1), Duration.ofDays(400));
  }
}
