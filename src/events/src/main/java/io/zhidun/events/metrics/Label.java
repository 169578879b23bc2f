package io.zhidun.events.metrics;

import java.util.Objects;

/**
 * A label of a series. A label without a value is the same as none, so there is no empty value.
 *
 * @param name its name, 1 to {@link MetricLimits#NAME_BYTES} bytes
 * @param value its value, 1 to {@link MetricLimits#VALUE_BYTES} bytes
 */
public record Label(String name, String value) implements Comparable<Label> {
  public Label {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(value, "value");
    Texts.requireLength("label name", name, MetricLimits.NAME_BYTES);
    Texts.requireLength("value of label " + name, value, MetricLimits.VALUE_BYTES);
  }

  /** By name. */
  @Override
  public int compareTo(Label other) {
    return name.compareTo(other.name);
  }
}
