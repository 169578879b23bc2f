package io.zhidun.service.compliance;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A step of the plan as the interface shows it. */
record PlanView(
    String id,
    String system,
    String item,
    String object,
    String measure,
    String owner,
    LocalDate due,
    String state,
    boolean overdue,
    String by,
    Instant at,
    @Nullable String doneBy,
    @Nullable Instant doneAt,
    @Nullable String note,
    @Nullable Instant verifiedAt,
    @Nullable String verifiedIn) {
  static PlanView of(PlanStep one, LocalDate today) {
    return new PlanView(
        one.id(),
        one.system(),
        one.item(),
        one.object(),
        one.measure(),
        one.owner(),
        one.due(),
        one.state(),
        one.isOverdue(today),
        one.by(),
        one.at(),
        one.doneBy(),
        one.doneAt(),
        one.note(),
        one.verifiedAt(),
        one.verifiedIn());
  }
}
