package io.zhidun.simulator.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Waits in real time, until stopped. */
public final class WallPace implements Pace {
  private final Clock clock;
  private final CountDownLatch stopped = new CountDownLatch(1);

  public WallPace(Clock clock) {
    this.clock = clock;
  }

  @Override
  public boolean reach(Instant moment) {
    long wait = Math.max(0, Duration.between(clock.instant(), moment).toNanos());
    try {
      return !stopped.await(wait, TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public Instant now() {
    return clock.instant();
  }

  /** Ends the wait and every later one; may be called by any thread. */
  public void stop() {
    stopped.countDown();
  }
}
