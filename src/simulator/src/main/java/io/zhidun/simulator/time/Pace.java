package io.zhidun.simulator.time;

import java.time.Instant;

/** How a timeline gets from one moment to the next: by waiting, or by moving the clock. */
public interface Pace {
  /**
   * Returns once the clock shows {@code moment} or later.
   *
   * @return false when the run was stopped meanwhile
   */
  boolean reach(Instant moment);

  /** The time now. */
  Instant now();
}
