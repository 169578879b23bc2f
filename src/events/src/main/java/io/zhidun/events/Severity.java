package io.zhidun.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Sigma's five levels, least first. */
public enum Severity {
  INFORMATIONAL,
  LOW,
  MEDIUM,
  HIGH,
  CRITICAL;

  private final String label = name().toLowerCase(Locale.ROOT);

  /**
   * @throws IllegalArgumentException naming the value when it is none of the five
   */
  @JsonCreator
  public static Severity of(String label) {
    for (Severity severity : values()) {
      if (severity.label().equals(label)) {
        return severity;
      }
    }
    throw new IllegalArgumentException(
        "severity \"" + label + "\" is not one of informational, low, medium, high, critical");
  }

  /** The word as Sigma writes it. */
  @JsonValue
  public String label() {
    return label;
  }
}
