package io.zhidun.service.continuity;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What the platform itself looks at in a step; a person cannot say how it came out. */
enum Check {
  /** A step that people do. */
  NONE,
  /** Each source can be brought back to a time within the plan's RPO. */
  RECOVERABLE,
  /** Each source has a copy elsewhere. */
  OFFSITE,
  /** The last restore drill of each source passed. */
  DRILLED,
  /** Two servers at least are ready. */
  STANDBY;

  /**
   * @throws IllegalArgumentException naming the value when it is none of them
   */
  @JsonCreator
  static Check of(String label) {
    for (Check check : values()) {
      if (check.label().equals(label)) {
        return check;
      }
    }
    throw new IllegalArgumentException(
        "check \"" + label + "\" is not one of none, recoverable, offsite, drilled, standby");
  }

  @JsonValue
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
