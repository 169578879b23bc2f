package io.zhidun.report;

import io.zhidun.rules.compliance.record.Assessment;
import io.zhidun.rules.compliance.record.Finding;
import io.zhidun.rules.compliance.record.Texts;

/**
 * Problems before rectification and those of them that are rectified.
 *
 * @param before rectification: what the conclusion counts (公网安〔2025〕1846号, question 22)
 */
public record RiskCounts(int before, int rectified) {

  static RiskCounts of(Assessment assessment, Finding.Kind kind) {
    int before = 0;
    int rectified = 0;
    for (Finding finding : assessment.findings()) {
      if (finding.kind() == kind) {
        before++;
        rectified += finding.rectified() ? 1 : 0;
      }
    }
    return new RiskCounts(before, rectified);
  }

  /** As the template annotates it: 10（5个已整改）. */
  public Texts note() {
    return rectified == 0
        ? new Texts(String.valueOf(before), String.valueOf(before))
        : new Texts(before + "（" + rectified + "个已整改）", before + " (" + rectified + " rectified)");
  }

  public int open() {
    return before - rectified;
  }
}
