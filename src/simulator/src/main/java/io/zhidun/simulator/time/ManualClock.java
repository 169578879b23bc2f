package io.zhidun.simulator.time;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

/** A clock that stands still until it is moved. As a pace it reaches any moment at once. */
public final class ManualClock extends Clock implements Pace {
  private final ZoneId zone;
  private Instant now;

  public ManualClock(Instant now, ZoneId zone) {
    this.now = now;
    this.zone = zone;
  }

  @Override
  public boolean reach(Instant moment) {
    if (moment.isAfter(now)) {
      now = moment;
    }
    return true;
  }

  @Override
  public Instant now() {
    return now;
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return zone;
  }

  @Override
  public Clock withZone(ZoneId other) {
    throw new IllegalArgumentException("a manual clock keeps its zone, asked for " + other);
  }
}
