package io.zhidun.events;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What the judge made of a detection.
 *
 * @param raise whether somebody must look
 * @param severity severity after judgement
 * @param category GB/T 20986-2023 category name
 * @param team who should look
 * @param runbook name of the runbook, or empty
 * @param asset the asset it happened on, or empty
 * @param system the system (定级对象) the asset belongs to, or empty
 * @param reasons the judge's rules that decided, in order
 */
public record Decision(
    boolean raise,
    Severity severity,
    String category,
    String team,
    String runbook,
    String asset,
    String system,
    List<Reason> reasons) {
  public Decision {
    Objects.requireNonNull(severity, "severity");
    Objects.requireNonNull(category, "category");
    Objects.requireNonNull(team, "team");
    Objects.requireNonNull(runbook, "runbook");
    Objects.requireNonNull(asset, "asset");
    Objects.requireNonNull(system, "system");
    reasons = List.copyOf(reasons);
  }

  /**
   * @param rule name of the judge's rule
   * @param text what it decided, for people
   * @param facts the facts it used
   */
  public record Reason(String rule, BilingualText text, Map<String, String> facts) {
    public Reason {
      Objects.requireNonNull(rule, "rule");
      Objects.requireNonNull(text, "text");
      facts = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(facts));
    }
  }
}
