package io.zhidun.events.metrics;

/** Values with a meaning of their own. */
public final class Values {
  private static final long STALE_BITS = 0x7ff0000000000002L;

  /**
   * Prometheus' stale marker: the series has ended or its target is away. One of the many bit
   * patterns of NaN, so it is told by its bits; {@link SampleReader#value()} keeps them.
   */
  public static final double STALE = Double.longBitsToDouble(STALE_BITS);

  private Values() {}

  /** Whether a value is the stale marker, and not any other NaN. */
  public static boolean isStale(double value) {
    return Double.doubleToRawLongBits(value) == STALE_BITS;
  }
}
