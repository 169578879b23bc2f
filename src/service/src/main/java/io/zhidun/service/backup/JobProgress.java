package io.zhidun.service.backup;

import io.zhidun.backup.repository.Progress;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** How far a job has come; told by its thread, read by others. */
final class JobProgress implements Consumer<Progress> {
  private final int steps;
  private final @Nullable Long expected;
  private int step = 1;
  private @Nullable Progress last;

  /**
   * @param steps targets that the job goes through
   * @param expected bytes that the first step will read if it is like the one before, null where
   *     nothing is known
   */
  JobProgress(int steps, @Nullable Long expected) {
    this.steps = steps;
    this.expected = expected;
  }

  /**
   * @param done bytes of the stream, in this step
   * @param total of this step, null where unknown
   * @param estimated whether {@code total} is the size of the backup before
   * @param bytesPerSecond over the last half minute
   * @param left of this step at that rate, null where unknown
   */
  record View(
      int step,
      int steps,
      long done,
      long stored,
      @Nullable Long total,
      boolean estimated,
      long bytesPerSecond,
      @Nullable Duration left) {}

  @Override
  public synchronized void accept(Progress progress) {
    // The engine counts each target anew.
    if (last != null && progress.done() < last.done()) {
      step = Math.min(step + 1, steps);
    }
    last = progress;
  }

  synchronized @Nullable View view() {
    Progress now = last;
    if (now == null) {
      return null;
    }
    if (now.total().isPresent()) {
      return view(now, now.total().getAsLong(), false, now.left());
    }
    if (expected == null) {
      return view(now, null, false, null);
    }
    long total = Math.max(expected, now.done());
    long rate = now.bytesPerSecond();
    return view(
        now, total, true, rate > 0 ? Duration.ofSeconds((total - now.done()) / rate) : null);
  }

  private View view(
      Progress now, @Nullable Long total, boolean estimated, @Nullable Duration left) {
    return new View(
        step, steps, now.done(), now.stored(), total, estimated, now.bytesPerSecond(), left);
  }
}
