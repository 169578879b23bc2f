package io.zhidun.service.incident;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where an incident stands. */
public enum IncidentState {
  /** Nobody has taken it. */
  OPEN,
  /** Somebody works on it. */
  ACKNOWLEDGED,
  /** Over; nothing joins it any more. */
  RESOLVED;

  /**
   * @throws IllegalArgumentException naming the value when it is none of the three
   */
  static IncidentState of(String label) {
    for (IncidentState state : values()) {
      if (state.label().equals(label)) {
        return state;
      }
    }
    throw new IllegalArgumentException(
        "state \"" + label + "\" is not one of open, acknowledged, resolved");
  }

  @JsonValue
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
