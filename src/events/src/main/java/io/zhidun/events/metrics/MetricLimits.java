package io.zhidun.events.metrics;

/**
 * What a record of {@link io.zhidun.events.Topics#METRICS} may hold. Lengths are bytes of UTF-8.
 * Whoever writes a record keeps them, and whoever reads one refuses a record that breaks them
 * before it takes memory for what is announced.
 */
public final class MetricLimits {
  /** Labels of a series beside its name. */
  public static final int LABELS = 64;

  /** Length of a metric's or a label's name. */
  public static final int NAME_BYTES = 256;

  /** Length of a label's value. */
  public static final int VALUE_BYTES = 4 << 10;

  /** Length of a series' name and all its labels together. */
  public static final int SERIES_BYTES = 16 << 10;

  /** Samples in a record, of all its series together. */
  public static final int SAMPLES = 10_000;

  /** Length of a record. */
  public static final int RECORD_BYTES = 512 << 10;

  /** Latest time of a sample: the end of the year 9999, in milliseconds. */
  public static final long LATEST_MILLIS = 253_402_300_799_999L;

  private MetricLimits() {}
}
