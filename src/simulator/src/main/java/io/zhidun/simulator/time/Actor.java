package io.zhidun.simulator.time;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Something that acts, waits, and acts again. Called by one thread, never by two at once. */
@FunctionalInterface
public interface Actor {
  /**
   * Does the next thing.
   *
   * @param now the time on the simulation's clock
   * @return how long to wait before the next call, or empty when there is nothing left to do
   */
  Optional<Duration> act(Instant now);
}
