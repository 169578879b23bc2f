package io.zhidun.collectors.probe;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What one look found, in blackbox exporter's words where it has them. */
final class Finding {
  /** Why a look failed. */
  enum Reason {
    NO_ADDRESS,
    REFUSED,
    TIMEOUT,
    UNREACHABLE,
    BAD_ANSWER,
    TLS,
    CERTIFICATE,
    STATUS,
    BODY,
    LATENCY,
    RCODE,
    NO_RECORD;

    String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** A measured value. */
  record Measure(String name, Map<String, String> labels, double value) {}

  private final Family family;
  private final List<Measure> measures = new ArrayList<>();
  private @Nullable Reason reason;

  Finding(Family family) {
    this.family = family;
  }

  Family family() {
    return family;
  }

  void measure(String name, double value) {
    measures.add(new Measure(name, Map.of(), value));
  }

  void measure(String name, String label, String text, double value) {
    measures.add(new Measure(name, Map.of(label, text), value));
  }

  /** Notes the first reason of failure. */
  void fail(Reason why) {
    reason = reason == null ? why : reason;
  }

  @Nullable Reason reason() {
    return reason;
  }

  boolean succeeded() {
    return reason == null;
  }

  List<Measure> measures() {
    return measures;
  }
}
