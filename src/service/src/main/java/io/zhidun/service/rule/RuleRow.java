package io.zhidun.service.rule;

import io.zhidun.events.BilingualText;
import io.zhidun.events.Severity;
import io.zhidun.rules.sigma.Correlation;
import io.zhidun.rules.sigma.Rule;
import java.util.List;

/**
 * A rule as lists show it.
 *
 * @param family folder of the catalogue that it stands in, such as {@code linux}
 * @param type {@code event} for a rule on single events, else the Sigma correlation type
 * @param detects false for a rule that only correlations refer to
 * @param runbook name of its runbook, or empty
 * @param category GB/T 20986-2023 category, or empty
 */
record RuleRow(
    String id,
    String name,
    String version,
    BilingualText title,
    Severity level,
    BilingualText description,
    List<String> tags,
    String family,
    String type,
    boolean detects,
    String runbook,
    String category) {
  static RuleRow of(Rule rule) {
    Correlation correlation = rule.correlation();
    return new RuleRow(
        rule.id(),
        rule.name(),
        rule.reference().version(),
        rule.reference().title(),
        rule.level(),
        rule.guidance().description(),
        rule.tags(),
        family(rule.path()),
        correlation == null ? "event" : correlation.type().label(),
        rule.detectsAlone(),
        rule.guidance().runbook(),
        rule.guidance().category());
  }

  /** The folder that a file of the catalogue stands in; empty where it stands in none. */
  static String family(String path) {
    String[] parts = path.split("/", -1);
    return parts.length == 4 ? parts[2] : "";
  }
}
