package io.zhidun.service.filingcase;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened to a case.
 *
 * @param at microseconds since the epoch
 * @param actor account name, or {@link FilingCase#SYSTEM}
 * @param from the state before, or null where it stayed
 * @param details a JSON object
 */
record CaseTrail(
    long at,
    String actor,
    Act act,
    @Nullable CaseState from,
    @Nullable CaseState to,
    String note,
    String details) {
  static final String NO_DETAILS = "{}";

  /** Longest note that a person may write. */
  static final int MAX_NOTE = 2000;

  enum Act {
    OPENED,
    /** Another kind, or a higher tier, was indicated. */
    INDICATED,
    MOVED,
    /** The reply term ran out without a reply. */
    DEEMED_WITHDRAWN,
    REOPENED,
    /** Nothing indicates it any more, and nobody had taken it up. */
    TAKEN_BACK,
    ASSIGNED,
    NOTED;

    @JsonValue
    String label() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Act of(String label) {
      return valueOf(label.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
  }
}
