package io.zhidun.collectors.http;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Forms in which filings come. */
enum FilingDataset {
  NDJSON("filing-ndjson", true),
  CNIPA_XML("filing-cnipa-xml", false),
  ST96("filing-st96", false),
  ST66("filing-st66", false);

  private final String label;
  private final boolean lines;

  FilingDataset(String label, boolean lines) {
    this.label = label;
    this.lines = lines;
  }

  /** Name in the {@code dataset} header. */
  String label() {
    return label;
  }

  /** Whether each line of a body is a record; else the whole body is one. */
  boolean lines() {
    return lines;
  }

  static @Nullable FilingDataset of(String label) {
    return Arrays.stream(values())
        .filter(each -> each.label.equals(label))
        .findFirst()
        .orElse(null);
  }
}
