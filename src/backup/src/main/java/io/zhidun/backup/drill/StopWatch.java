package io.zhidun.backup.drill;

import io.zhidun.backup.drill.DrillRecord.Step;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Notes how long the steps of a drill take. */
public final class StopWatch {
  private final Clock clock;
  private final Instant started;
  private final List<Step> steps = new ArrayList<>();
  private Instant last;

  public StopWatch(Clock clock) {
    this.clock = clock;
    this.started = clock.instant();
    this.last = started;
  }

  /** A step is done. */
  public void done(String step) {
    Instant now = clock.instant();
    steps.add(new Step(step, Duration.between(last, now)));
    last = now;
  }

  Instant started() {
    return started;
  }

  List<Step> steps() {
    return List.copyOf(steps);
  }

  /** From the beginning to the end of the last step. */
  Duration total() {
    return Duration.between(started, last);
  }
}
