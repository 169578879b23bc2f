package io.zhidun.service.incident;

import io.zhidun.cause.Texts;
import io.zhidun.cause.rank.AffectedCapability;
import io.zhidun.cause.rank.AffectedCapability.Degree;
import io.zhidun.cause.rank.Cause;
import io.zhidun.cause.rank.Explanation;
import io.zhidun.events.Severity;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An incident as it is stored.
 *
 * @param severity of its gravest alert
 */
record Incident(
    long id,
    IncidentState state,
    Severity severity,
    Explanation explanation,
    Instant openedAt,
    Instant updatedAt,
    @Nullable String acknowledgedBy,
    @Nullable String resolvedBy,
    @Nullable Instant resolvedAt) {

  /** As lists and the live stream show it. */
  record Row(
      String id,
      String number,
      IncidentState state,
      Severity severity,
      Texts summary,
      @Nullable String causeNode,
      int alerts,
      Instant onset,
      Instant lastFact,
      Instant openedAt,
      Instant updatedAt,
      @Nullable String acknowledgedBy,
      @Nullable String resolvedBy,
      @Nullable Instant resolvedAt,
      List<Texts> capabilities) {}

  Row row() {
    return new Row(
        Long.toString(id),
        number(),
        state,
        severity,
        explanation.summary(),
        causeNode(),
        explanation.alerts(),
        explanation.onset(),
        explanation.last(),
        openedAt,
        updatedAt,
        acknowledgedBy,
        resolvedBy,
        resolvedAt,
        explanation.capabilities().stream()
            .filter(capability -> capability.degree() != Degree.AT_RISK)
            .map(AffectedCapability::text)
            .toList());
  }

  String number() {
    return String.format(Locale.ROOT, "IN-%06d", id);
  }

  @Nullable String causeNode() {
    List<Cause> causes = explanation.causes();
    return causes.isEmpty() ? null : causes.get(0).node();
  }

  Incident explained(Explanation anew, Severity gravest, Instant now) {
    return new Incident(
        id, state, gravest, anew, openedAt, now, acknowledgedBy, resolvedBy, resolvedAt);
  }

  Incident acknowledged(String account, Instant now) {
    return new Incident(
        id,
        IncidentState.ACKNOWLEDGED,
        severity,
        explanation,
        openedAt,
        now,
        account,
        resolvedBy,
        resolvedAt);
  }

  Incident resolved(String account, Instant now) {
    return new Incident(
        id,
        IncidentState.RESOLVED,
        severity,
        explanation,
        openedAt,
        now,
        acknowledgedBy,
        account,
        now);
  }
}
