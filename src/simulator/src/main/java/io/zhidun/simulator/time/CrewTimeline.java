package io.zhidun.simulator.time;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A timeline in real time whose actors do not wait for each other: one who waits for a slow answer
 * must not keep the others from asking. Each actor is still called by one thread at a time.
 */
public final class CrewTimeline extends Timeline implements AutoCloseable {
  private static final Duration LOOK = Duration.ofMillis(200);

  private final WallPace pace;
  private final ScheduledThreadPoolExecutor crew;
  private volatile @Nullable RuntimeException fault;

  /**
   * @param threads how many actors may act at once
   */
  public CrewTimeline(WallPace pace, int threads) {
    super(pace);
    this.pace = pace;
    this.crew = new ScheduledThreadPoolExecutor(threads);
    crew.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  @Override
  public void enter(Instant at, Actor actor) {
    long wait = Math.max(0, Duration.between(pace.now(), at).toNanos());
    try {
      Future<?> unused = crew.schedule(() -> act(actor), wait, TimeUnit.NANOSECONDS);
    } catch (RejectedExecutionException e) {
      // It is over: nobody enters any more.
      return;
    }
  }

  private void act(Actor actor) {
    try {
      Instant now = pace.now();
      Optional<Duration> wait = actor.act(now);
      wait.ifPresent(duration -> enter(now.plus(duration), actor));
    } catch (RuntimeException e) {
      fault = e;
    }
  }

  /** Runs until the end, until the pace is stopped, or until an actor fails, which it throws. */
  @Override
  public void run(Instant end) {
    while (pace.now().isBefore(end) && pace.reach(pace.now().plus(LOOK))) {
      RuntimeException seen = fault;
      if (seen != null) {
        throw seen;
      }
    }
  }

  @Override
  public void close() {
    crew.shutdownNow();
  }
}
