package io.zhidun.rules.sigma;

import java.util.Objects;

/**
 * What a correlation must reach.
 *
 * @param text as written, such as {@code gte 5}
 * @param reach the least count that satisfies it, at least 1
 */
public record Threshold(String text, int reach) {
  /** Bound on what one group holds while it counts. */
  public static final int HIGHEST = 10_000;

  public Threshold {
    Objects.requireNonNull(text, "text");
    if (reach < 1 || reach > HIGHEST) {
      throw new IllegalArgumentException(
          "a count to reach must be between 1 and " + HIGHEST + ", was " + reach);
    }
  }
}
