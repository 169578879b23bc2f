package io.zhidun.collectors.metrics;

import java.util.Locale;

/** Why a sample was not taken. */
public enum Dropped {
  /** Its name or a label breaks a limit or the rules of names. */
  INVALID_SERIES,
  /** Its source made too many new series, or has too many. */
  SERIES_CAP,
  /** Its time is before 1970 or after 9999. */
  INVALID_TIME,
  /** The same series came twice in one scrape. */
  DUPLICATE,
  /** Of a kind that is not carried: native and exponential histograms, delta sums. */
  UNSUPPORTED,
  /** Neither Kafka nor the spool had room, and nobody could be held back. */
  NO_ROOM;

  private final String label = name().toLowerCase(Locale.ROOT);

  /** Value of the metric's label. */
  public String label() {
    return label;
  }
}
