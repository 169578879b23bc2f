package io.zhidun.events.metrics;

/** What a series' source said that its values are. */
public enum MetricKind {
  /** The source did not say. */
  UNKNOWN(0),
  /** Only grows, and begins again at 0 when its process does. */
  COUNTER(1),
  /** Goes up and down. */
  GAUGE(2),
  /** Part of a histogram: {@code _bucket}, {@code _sum} or {@code _count}; grows like a counter. */
  HISTOGRAM(3),
  /** Part of a summary: a quantile, {@code _sum} or {@code _count}. */
  SUMMARY(4),
  /** Always 1, or one state of several: what matters stands in the labels. */
  INFO(5);

  private static final MetricKind[] BY_CODE = values();

  private final int code;

  MetricKind(int code) {
    this.code = code;
  }

  /** Number in the record; never given to another kind. */
  int code() {
    return code;
  }

  static MetricKind of(int code) {
    return code < BY_CODE.length ? BY_CODE[code] : UNKNOWN;
  }
}
