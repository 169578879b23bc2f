package io.zhidun.service.access;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What an account is for. */
public enum Role {
  /** Watches alerts. */
  OPERATOR,
  /** Handles incidents. */
  ENGINEER,
  /** Reviews compliance; reads only. */
  AUDITOR,
  /** Works on filing cases; reads the rest. */
  REVIEWER;

  /**
   * @throws IllegalArgumentException naming the value when it is none of the four
   */
  @JsonCreator
  public static Role of(String label) {
    for (Role role : values()) {
      if (role.label().equals(label)) {
        return role;
      }
    }
    throw new IllegalArgumentException(
        "role \"" + label + "\" is not one of operator, engineer, auditor, reviewer");
  }

  @JsonValue
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
