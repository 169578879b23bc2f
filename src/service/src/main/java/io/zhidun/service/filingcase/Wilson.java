package io.zhidun.service.filingcase;

import org.jspecify.annotations.Nullable;

/**
 * A share that was counted, with Wilson's score interval of 95 % (Wilson 1927): it stays within 0
 * and 1 and means something with few cases, where the normal interval does not.
 *
 * @param share null where nothing was counted
 * @param low null where nothing was counted
 * @param high null where nothing was counted
 */
record Wilson(@Nullable Double share, @Nullable Double low, @Nullable Double high) {
  /** Standard deviations that hold 95 % of a normal distribution. */
  private static final double Z = 1.959963984540054;

  static Wilson of(long hits, long all) {
    if (hits < 0 || hits > all) {
      throw new IllegalArgumentException(hits + " of " + all + " is no share");
    }
    if (all == 0) {
      return new Wilson(null, null, null);
    }
    double p = (double) hits / all;
    double square = Z * Z / all;
    double middle = (p + square / 2) / (1 + square);
    double half = Z * Math.sqrt(p * (1 - p) / all + square / (4 * all)) / (1 + square);
    return new Wilson(p, Math.max(0, middle - half), Math.min(1, middle + half));
  }
}
