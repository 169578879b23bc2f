package io.zhidun.service.alert;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where an alert stands. */
public enum AlertState {
  /** Open, and nobody has taken it. */
  FIRING,
  /** Open, and somebody has taken it. */
  ACKNOWLEDGED,
  /** Quiet for the rule's recovery time; fires again when a detection joins it. */
  RESOLVED,
  /** A person closed it; it never opens again. */
  CLOSED;

  /**
   * @throws IllegalArgumentException naming the value when it is none of the four
   */
  public static AlertState of(String label) {
    for (AlertState state : values()) {
      if (state.label().equals(label)) {
        return state;
      }
    }
    throw new IllegalArgumentException(
        "state \"" + label + "\" is not one of firing, acknowledged, resolved, closed");
  }

  @JsonValue
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  boolean open() {
    return this == FIRING || this == ACKNOWLEDGED;
  }
}
