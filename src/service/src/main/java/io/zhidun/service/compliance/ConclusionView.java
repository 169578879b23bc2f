package io.zhidun.service.compliance;

import io.zhidun.rules.compliance.record.Conclusion;
import io.zhidun.rules.compliance.record.Texts;
import java.util.List;

/** A conclusion as the interface shows it. */
record ConclusionView(
    String template,
    String formula,
    double score,
    Texts value,
    double covered,
    int highRisks,
    int majorRisks,
    int majorRisksRectified,
    List<Texts> doubts) {
  static ConclusionView of(Conclusion one) {
    return new ConclusionView(
        one.template(),
        one.formula(),
        one.score(),
        one.value(),
        one.covered(),
        one.highRisks(),
        one.majorRisks(),
        one.majorRisksRectified(),
        one.doubts());
  }
}
