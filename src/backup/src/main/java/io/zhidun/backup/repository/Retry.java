package io.zhidun.backup.repository;

import io.zhidun.backup.storage.Bandwidth.Pause;
import io.zhidun.backup.storage.TargetException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;

/** Tries again what a target may be able to do later. */
public record Retry(int tries, Duration first, Pause pause) {
  /** What is tried. */
  @FunctionalInterface
  interface Action {
    void run() throws IOException;
  }

  /** Eight tries within some two minutes. */
  public static Retry usual() {
    return new Retry(
        8, Duration.ofSeconds(1), nanos -> Thread.sleep(Duration.ofNanos(nanos).toMillis()));
  }

  void run(Action action) throws IOException {
    long nanos = first.toNanos();
    for (int attempt = 1; ; attempt++, nanos *= 2) {
      try {
        action.run();
        return;
      } catch (TargetException e) {
        if (!e.retryable() || attempt == tries) {
          throw e;
        }
      }
      rest(nanos);
    }
  }

  private void rest(long nanos) throws InterruptedIOException {
    try {
      pause.nanos(nanos);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("stopped while waiting for the target");
    }
  }
}
