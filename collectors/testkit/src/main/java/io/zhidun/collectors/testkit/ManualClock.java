package io.zhidun.collectors.testkit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that moves when it is told to. */
public final class ManualClock extends Clock {
  private volatile Instant now;
  private final Instant start;

  public ManualClock(Instant start) {
    this.start = start;
    this.now = start;
  }

  /** Some fixed morning. */
  public static ManualClock morning() {
    return new ManualClock(Instant.parse("2026-11-22T08:00:00Z"));
  }

  public void advance(Duration step) {
    now = now.plus(step);
  }

  /** The same time as a monotonic counter. */
  public long nanoTime() {
    return Duration.between(start, now).toNanos();
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("collectors work with instants");
  }
}
