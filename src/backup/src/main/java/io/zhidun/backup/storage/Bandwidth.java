package io.zhidun.backup.storage;

import java.util.function.LongSupplier;

/**
 * A token bucket: bytes flow at a rate, with bursts of a quarter of a second. Shared by all threads
 * that use the same line.
 */
public final class Bandwidth {
  /** Waits; given so that a test need not. */
  @FunctionalInterface
  public interface Pause {
    void nanos(long nanos) throws InterruptedException;
  }

  private static final long SECOND = 1_000_000_000L;

  private final long bytesPerSecond;
  private final long burst;
  private final LongSupplier nanoTime;
  private final Pause pause;
  private double tokens;
  private long filledAt;

  /**
   * @param bytesPerSecond at least 1024
   * @param nanoTime a clock as {@link System#nanoTime()}
   */
  public Bandwidth(long bytesPerSecond, LongSupplier nanoTime, Pause pause) {
    if (bytesPerSecond < 1024) {
      throw new IllegalArgumentException(
          "a bandwidth is at least 1024 bytes a second, was " + bytesPerSecond);
    }
    this.bytesPerSecond = bytesPerSecond;
    this.burst = Math.max(1024, bytesPerSecond / 4);
    this.nanoTime = nanoTime;
    this.pause = pause;
    this.tokens = burst;
    this.filledAt = nanoTime.getAsLong();
  }

  /** How many bytes one may take at once. */
  public int most() {
    return (int) Math.min(burst, 64 << 10);
  }

  /** Returns when so many bytes may flow; takes them now and waits for its debt. */
  public void take(int bytes) throws InterruptedException {
    long wait = debt(bytes);
    if (wait > 0) {
      pause.nanos(wait);
    }
  }

  private synchronized long debt(int bytes) {
    long now = nanoTime.getAsLong();
    tokens = Math.min(burst, tokens + (double) (now - filledAt) * bytesPerSecond / (double) SECOND);
    filledAt = now;
    tokens -= bytes;
    return tokens >= 0 ? 0 : (long) (-tokens * SECOND / bytesPerSecond);
  }
}
