package io.zhidun.service.alert;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;

/**
 * One thing that happened to an alert.
 *
 * @param actor account name, or {@link #SYSTEM}
 */
record TrailEntry(Instant at, String actor, Action action, String note) {
  static final String SYSTEM = "system";

  /** Longest note a person may write. */
  static final int MAX_NOTE = 4000;

  enum Action {
    OPENED,
    ACKNOWLEDGED,
    CLOSED,
    RESOLVED,
    NOTED,
    REOPENED;

    @JsonValue
    String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
