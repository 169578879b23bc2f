package io.zhidun.simulator.time;

import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Measures how long things take, and lets time pass. */
public interface Elapsing extends LongSupplier {
  /** Returns when so much time has passed. */
  void pass(Duration time);

  /** The machine's time: waits. */
  static Elapsing wall() {
    return new Elapsing() {
      @Override
      public long getAsLong() {
        return System.nanoTime();
      }

      @Override
      public void pass(Duration time) {
        try {
          TimeUnit.NANOSECONDS.sleep(time.toNanos());
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      }
    };
  }

  /**
   * For a clock that is moved by hand, on which nothing takes time: between two looks passes what
   * is drawn.
   *
   * @param mostNanos between two looks
   */
  static Elapsing drawn(long seed, int mostNanos) {
    SplittableRandom random = new SplittableRandom(seed);
    long[] now = {0};
    return new Elapsing() {
      @Override
      public long getAsLong() {
        now[0] += random.nextInt(mostNanos);
        return now[0];
      }

      @Override
      public void pass(Duration time) {
        now[0] += time.toNanos();
      }
    };
  }
}
