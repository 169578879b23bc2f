package io.zhidun.rules.compliance.record;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What an assessment comes to.
 *
 * @param template as in 2025 or 2021
 * @param formula name and version of the formula
 * @param score of the formula: share of requirements met for 2025, points for 2021
 * @param value 符合, 基本符合, 不符合; 优 to 差 for 2021
 * @param items how many requirements have which result
 * @param covered share of applicable requirements with a result that rests on fresh evidence
 * @param majorRisks before rectification
 * @param majorRisksRectified of them
 * @param doubts where the template leaves a gap and configuration decided
 */
public record Conclusion(
    String template,
    String formula,
    double score,
    Texts value,
    Map<Result, Integer> items,
    double covered,
    int highRisks,
    int majorRisks,
    int majorRisksRectified,
    List<Texts> doubts) {

  public Conclusion {
    items = Collections.unmodifiableMap(new EnumMap<>(items));
    doubts = List.copyOf(doubts);
  }
}
