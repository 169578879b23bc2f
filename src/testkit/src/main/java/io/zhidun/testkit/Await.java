package io.zhidun.testkit;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Waits for what another process will do. Asks every 20 ms, so that latencies can be seen. */
public final class Await {
  private static final long PAUSE_NANOS = 20_000_000;

  private Await() {}

  /**
   * Asks until there is an answer. A question that throws has no answer yet.
   *
   * @param what what is awaited, for the message
   * @throws AssertionError naming what did not come, with the last exception as its cause
   */
  public static <T> T value(Duration patience, String what, Callable<Optional<T>> question) {
    long end = System.nanoTime() + patience.toNanos();
    Exception last = null;
    do {
      try {
        Optional<T> answer = question.call();
        if (answer.isPresent()) {
          return answer.get();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw late(what, patience, e);
      } catch (Exception e) {
        last = e;
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    } while (System.nanoTime() < end && !Thread.currentThread().isInterrupted());
    throw late(what, patience, last);
  }

  /** Asks until the answer is true; see {@link #value}. */
  public static void until(Duration patience, String what, Callable<Boolean> question) {
    value(patience, what, () -> question.call() ? Optional.of(true) : Optional.empty());
  }

  private static AssertionError late(String what, Duration patience, @Nullable Exception cause) {
    return new AssertionError(what + " did not come within " + patience, cause);
  }
}
