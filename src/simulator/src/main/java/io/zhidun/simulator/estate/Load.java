package io.zhidun.simulator.estate;

import java.time.Duration;
import java.time.Instant;

/**
 * How many of a component's slots are taken: the mean number of requests in service (Little's law:
 * rate times time) over the last ten seconds, exponentially forgotten. Requests need not overlap in
 * the process that simulates them to crowd each other, so it holds in any pace.
 */
final class Load {
  private static final double MEMORY_SECONDS = 10;

  /** Waiting in a queue with one server grows as 1/(1-u); beyond, requests are refused instead. */
  private static final double MOST_CROWDED = 0.95;

  private final double slots;
  private double level;
  private Instant at = Instant.MIN;

  Load(double slots) {
    this.slots = slots;
  }

  void forget(Instant now) {
    if (at != Instant.MIN && now.isAfter(at)) {
      level *= Math.exp(-Duration.between(at, now).toMillis() / 1e3 / MEMORY_SECONDS);
    }
    if (now.isAfter(at)) {
      at = now;
    }
  }

  /** A slot was taken for so long. */
  void hold(double seconds) {
    level += seconds / MEMORY_SECONDS;
  }

  double slots() {
    return slots;
  }

  double used() {
    return Math.min(slots, level);
  }

  /** By what an answer takes longer than when nobody else asks. */
  double crowding() {
    return 1 / (1 - Math.min(MOST_CROWDED, level / slots));
  }

  /** Share of requests that find no slot. */
  double refusals() {
    return level <= slots ? 0 : 1 - slots / level;
  }
}
