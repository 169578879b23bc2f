package io.zhidun.service.rule;

import io.zhidun.events.BilingualText;
import io.zhidun.events.Severity;
import io.zhidun.rules.sigma.Correlation;
import io.zhidun.rules.sigma.Rule;
import java.util.List;

/**
 * A rule as lists show it.
 *
 * @param type {@code event} for a rule on single events, else the Sigma correlation type
 * @param detects false for a rule that only correlations refer to
 */
record RuleRow(
    String id,
    String name,
    String version,
    BilingualText title,
    Severity level,
    String description,
    List<String> tags,
    String type,
    boolean detects) {
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
        correlation == null ? "event" : correlation.type().label(),
        rule.detectsAlone());
  }
}
