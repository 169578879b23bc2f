package io.zhidun.backup.repository;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Counts bytes and tells a listener once a second and at the end of a stream. Used by several
 * threads.
 */
public final class ProgressMeter {
  private static final long SECOND = 1_000_000_000L;
  private static final long WINDOW = 30 * SECOND;

  private record Mark(long nanos, long done) {}

  private final OptionalLong total;
  private final LongSupplier nanoTime;
  private final Consumer<Progress> listener;
  private final Deque<Mark> marks = new ArrayDeque<>();
  private long done;
  private long stored;

  /**
   * @param total bytes that are to come, where known
   * @param nanoTime a clock as {@link System#nanoTime()}
   * @param listener must return soon
   */
  public ProgressMeter(OptionalLong total, LongSupplier nanoTime, Consumer<Progress> listener) {
    this.total = total;
    this.nanoTime = nanoTime;
    this.listener = listener;
    marks.add(new Mark(nanoTime.getAsLong(), 0));
  }

  /** Tells nobody. */
  public static ProgressMeter silent() {
    return new ProgressMeter(OptionalLong.empty(), () -> 0, progress -> {});
  }

  synchronized void add(long plainBytes, long storedBytes) {
    done += plainBytes;
    stored += storedBytes;
    long now = nanoTime.getAsLong();
    if (now - marks.getLast().nanos() < SECOND) {
      return;
    }
    tell(now);
  }

  /** Tells how far it is now, at the end of a stream say, of which less than a second was left. */
  synchronized void tell() {
    tell(nanoTime.getAsLong());
  }

  private void tell(long now) {
    marks.addLast(new Mark(now, done));
    while (marks.size() > 2 && now - marks.getFirst().nanos() > WINDOW) {
      marks.removeFirst();
    }
    listener.accept(progress(now));
  }

  private Progress progress(long now) {
    Mark first = marks.getFirst();
    double seconds = (double) (now - first.nanos()) / SECOND;
    long rate = seconds > 0 ? Math.round((done - first.done()) / seconds) : 0;
    boolean known = total.isPresent() && rate > 0;
    Duration left = known ? Duration.ofSeconds(Math.max(0, total.getAsLong() - done) / rate) : null;
    return new Progress(done, stored, total, rate, left);
  }
}
