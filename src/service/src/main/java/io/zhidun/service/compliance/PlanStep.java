package io.zhidun.service.compliance;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A step of the plan that mends what is not met.
 *
 * @param state open, done or verified; verified is set by an assessment alone
 * @param by who planned it, or the assessment that did
 */
record PlanStep(
    long number,
    String system,
    String item,
    String object,
    String measure,
    String owner,
    LocalDate due,
    String state,
    String by,
    Instant at,
    @Nullable String doneBy,
    @Nullable Instant doneAt,
    @Nullable String note,
    @Nullable Instant verifiedAt,
    @Nullable String verifiedIn) {
  static final String OPEN = "open";
  static final String DONE = "done";
  static final String VERIFIED = "verified";

  String id() {
    return "R-" + number;
  }

  boolean isOverdue(LocalDate today) {
    return !state.equals(VERIFIED) && today.isAfter(due);
  }
}
