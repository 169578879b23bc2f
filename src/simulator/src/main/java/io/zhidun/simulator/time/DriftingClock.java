package io.zhidun.simulator.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** The clock of an object, which may be off by some time. */
public final class DriftingClock extends Clock {
  private final Clock right;
  private volatile Duration ahead = Duration.ZERO;

  public DriftingClock(Clock right) {
    this.right = right;
  }

  public void ahead(Duration time) {
    ahead = time;
  }

  @Override
  public Instant instant() {
    return right.instant().plus(ahead);
  }

  @Override
  public ZoneId getZone() {
    return right.getZone();
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("an object has one zone");
  }
}
