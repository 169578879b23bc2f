package io.zhidun.rules.compliance.record;

import java.util.List;

/**
 * A high-risk problem (高风险) or a major risk (重大风险隐患).
 *
 * @param code of a major risk, the case number of a high-risk problem
 * @param items and objects that show it
 * @param rectified was found before and holds no more; it stays in the count of before
 */
public record Finding(
    String code,
    Kind kind,
    Texts name,
    List<String> items,
    List<String> objects,
    Texts reason,
    boolean rectified) {

  public Finding {
    items = List.copyOf(items);
    objects = List.copyOf(objects);
  }

  /** Which list it is of. */
  public enum Kind {
    HIGH_RISK,
    MAJOR_RISK
  }
}
