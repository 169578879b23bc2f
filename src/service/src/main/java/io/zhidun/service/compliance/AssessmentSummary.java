package io.zhidun.service.compliance;

import io.zhidun.rules.compliance.record.Assessment;
import io.zhidun.service.compliance.AssessmentRepository.Signature;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * An assessment as lists show it.
 *
 * @param items how many requirements have which result
 * @param sm3 of the whole assessment's JSON
 */
record AssessmentSummary(
    String id,
    String system,
    String systemName,
    Instant madeAt,
    String madeBy,
    String note,
    String catalogue,
    String rules,
    Instant from,
    Instant to,
    Map<String, Integer> items,
    ConclusionView conclusion,
    String sm3,
    List<Signature> signatures) {
  static AssessmentSummary of(Assessment one, String madeBy, String note, String sm3) {
    return new AssessmentSummary(
        one.id(),
        one.system().id(),
        one.system().name(),
        one.madeAt(),
        madeBy,
        note,
        one.catalogue(),
        one.rules(),
        one.from(),
        one.to(),
        Results.named(one.conclusion().items()),
        ConclusionView.of(one.conclusion()),
        sm3,
        List.of());
  }

  AssessmentSummary with(List<Signature> signed) {
    return new AssessmentSummary(
        id,
        system,
        systemName,
        madeAt,
        madeBy,
        note,
        catalogue,
        rules,
        from,
        to,
        items,
        conclusion,
        sm3,
        signed);
  }
}
