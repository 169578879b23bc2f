package io.zhidun.rules.compliance.assess;

import io.zhidun.rules.compliance.record.Assessment;
import io.zhidun.rules.compliance.record.Evidence;
import io.zhidun.rules.compliance.record.ProtectedSystem;
import io.zhidun.rules.compliance.record.Waiver;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that an assessment follows from; stored, it gives the same assessment again.
 *
 * @param evidence of the system; others and later ones are passed by
 * @param previous assessment of this round of rectification, to tell what was mended since; null at
 *     its first
 * @param from begin of the time that evidence is taken from
 * @param to its end
 * @param madeAt the time at which freshness and expiry are told
 * @param template 2025, or 2021 for old reports
 */
public record AssessmentInput(
    String id,
    ProtectedSystem system,
    List<Evidence> evidence,
    List<PersonDecision> decisions,
    List<Waiver> waivers,
    List<ReportedRisk> reportedRisks,
    @Nullable Assessment previous,
    Instant from,
    Instant to,
    Instant madeAt,
    String template) {

  public AssessmentInput {
    evidence = List.copyOf(evidence);
    decisions = List.copyOf(decisions);
    waivers = List.copyOf(waivers);
    reportedRisks = List.copyOf(reportedRisks);
    for (Waiver waiver : waivers) {
      if (waiver.approver().isBlank()
          || waiver.approver().equals(waiver.owner())
          || waiver.reason().isBlank()
          || waiver.compensatingMeasure().isBlank()) {
        throw new IllegalArgumentException(
            "waiver "
                + waiver.id()
                + " needs a reason, a measure and an approver who is not the owner");
      }
    }
    if (previous != null && !previous.system().id().equals(system.id())) {
      throw new IllegalArgumentException(
          "the previous assessment is of system "
              + previous.system().id()
              + ", not "
              + system.id());
    }
  }
}
