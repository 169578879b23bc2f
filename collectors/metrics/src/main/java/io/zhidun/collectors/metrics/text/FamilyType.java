package io.zhidun.collectors.metrics.text;

import io.zhidun.events.metrics.MetricKind;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What {@code # TYPE} says of a family, and which of its samples' names follow from that. */
enum FamilyType {
  COUNTER(MetricKind.COUNTER, "", "_total"),
  GAUGE(MetricKind.GAUGE, ""),
  HISTOGRAM(MetricKind.HISTOGRAM, "_bucket", "_count", "_sum"),
  /** Its parts may fall, so they are no counters. */
  GAUGEHISTOGRAM(MetricKind.GAUGE, "_bucket", "_gcount", "_gsum"),
  SUMMARY(MetricKind.SUMMARY, "", "_count", "_sum"),
  STATESET(MetricKind.INFO, ""),
  INFO(MetricKind.INFO, "_info"),
  UNKNOWN(MetricKind.UNKNOWN, ""),
  UNTYPED(MetricKind.UNKNOWN, "");

  private static final List<FamilyType> PROMETHEUS =
      List.of(COUNTER, GAUGE, HISTOGRAM, SUMMARY, UNTYPED);

  private final MetricKind kind;
  private final List<String> suffixes;

  FamilyType(MetricKind kind, String... suffixes) {
    this.kind = kind;
    this.suffixes = List.of(suffixes);
  }

  static @Nullable FamilyType of(String word, boolean openMetrics) {
    for (FamilyType type : values()) {
      boolean known = openMetrics ? type != UNTYPED : PROMETHEUS.contains(type);
      if (known && type.name().toLowerCase(Locale.ROOT).equals(word)) {
        return type;
      }
    }
    return null;
  }

  MetricKind kind() {
    return kind;
  }

  /** Whether a sample of this name belongs to the family. */
  boolean holds(String family, String sample) {
    if (!sample.startsWith(family)) {
      return false;
    }
    String suffix = sample.substring(family.length());
    return suffixes.contains(suffix);
  }
}
