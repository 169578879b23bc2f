package io.zhidun.events.metrics;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A series: what is measured, and of whom.
 *
 * @param id identity, a function of name and labels alone
 * @param name the metric's name
 * @param labels its labels, sorted by name; no name twice, none is {@code __name__}
 * @param kind what the values are
 */
public record Series(SeriesId id, String name, List<Label> labels, MetricKind kind) {
  /** Label under which the protocols carry the name. */
  public static final String NAME_LABEL = "__name__";

  public Series {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(kind, "kind");
    Texts.requireLength("metric name", name, MetricLimits.NAME_BYTES);
    labels = List.copyOf(labels);
  }

  /**
   * A series of these labels, in any order.
   *
   * @throws IllegalArgumentException if a limit of {@link MetricLimits} is broken, or a label's
   *     name stands twice or is {@code __name__}
   */
  public static Series of(String name, List<Label> labels, MetricKind kind) {
    if (labels.size() > MetricLimits.LABELS) {
      throw new IllegalArgumentException(
          "a series may have " + MetricLimits.LABELS + " labels, had " + labels.size());
    }
    Texts.requireLength("metric name", name, MetricLimits.NAME_BYTES);
    List<Label> sorted = new ArrayList<>(labels);
    Collections.sort(sorted);
    requireDistinct(sorted);
    requireShort(name, sorted);
    return new Series(SeriesId.of(name, sorted), name, sorted, kind);
  }

  private static void requireDistinct(List<Label> sorted) {
    for (int i = 0; i < sorted.size(); i++) {
      String name = sorted.get(i).name();
      if (name.equals(NAME_LABEL)) {
        throw new IllegalArgumentException("the metric's name must not stand among its labels");
      }
      if (i > 0 && name.equals(sorted.get(i - 1).name())) {
        throw new IllegalArgumentException("the label " + name + " stands twice");
      }
    }
  }

  private static void requireShort(String name, List<Label> labels) {
    int bytes = Texts.bytes(name);
    for (Label label : labels) {
      bytes += Texts.bytes(label.name()) + Texts.bytes(label.value());
    }
    if (bytes > MetricLimits.SERIES_BYTES) {
      throw new IllegalArgumentException(
          "name and labels may have " + MetricLimits.SERIES_BYTES + " bytes, had " + bytes);
    }
  }

  /** Value of a label, or null where the series has none of the name. */
  public @Nullable String label(String labelName) {
    for (Label label : labels) {
      if (label.name().equals(labelName)) {
        return label.value();
      }
    }
    return null;
  }

  /** As people write it: {@code name{label="value"}}. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(name).append('{');
    for (Label label : labels) {
      text.append(text.charAt(text.length() - 1) == '{' ? "" : ",")
          .append(label.name())
          .append("=\"")
          .append(label.value())
          .append('"');
    }
    return text.append('}').toString();
  }
}
