package io.zhidun.service.compliance;

import io.zhidun.rules.compliance.record.Finding;
import io.zhidun.rules.compliance.record.Texts;
import java.util.List;

/**
 * A high-risk problem or major risk as the interface shows it.
 *
 * @param kind high-risk or major-risk
 */
record FindingView(
    String code,
    String kind,
    Texts name,
    List<String> items,
    List<String> objects,
    Texts reason,
    boolean rectified) {
  static FindingView of(Finding one) {
    return new FindingView(
        one.code(),
        one.kind() == Finding.Kind.MAJOR_RISK ? "major-risk" : "high-risk",
        one.name(),
        one.items(),
        one.objects(),
        one.reason(),
        one.rectified());
  }
}
