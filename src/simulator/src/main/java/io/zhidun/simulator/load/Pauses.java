package io.zhidun.simulator.load;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** Pauses between what people do. */
public final class Pauses {
  private Pauses() {}

  /** Between {@code least} and {@code most} seconds, any as likely. */
  public static Duration seconds(double least, double most, RandomGenerator random) {
    return Duration.ofMillis((long) (1_000 * (least + (most - least) * random.nextDouble())));
  }
}
