package io.zhidun.rules.judge;

import io.zhidun.events.BilingualText;
import io.zhidun.events.Decision;
import io.zhidun.events.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The decision while the judge's rules make it. Each call names the rule that makes it and the
 * facts it used: name and value in turn. Not a fact to match on; a rule that changes it never fires
 * another.
 */
public final class Verdict {
  private static final int MOST_REASONS = 50;

  private boolean raise = true;
  private Severity severity;
  private String category = "";
  private String team = "";
  private String runbook = "";
  private final List<Decision.Reason> reasons = new ArrayList<>();

  Verdict(Severity severity) {
    this.severity = severity;
  }

  /** Nobody has to look. */
  public void hold(String rule, String zh, String en, Object... facts) {
    raise = false;
    because(rule, zh, en, facts);
  }

  /** Somebody has to look. */
  public void raise(String rule, String zh, String en, Object... facts) {
    raise = true;
    because(rule, zh, en, facts);
  }

  public void severity(String rule, Severity decided, String zh, String en, Object... facts) {
    severity = decided;
    because(rule, zh, en, facts);
  }

  /** The severity by a table of rule severities and asset levels. */
  public void severityOnAsset(Finding finding, Asset asset, Severity decided) {
    String level = finding.getLevel().label();
    severity(
        "severity-by-asset",
        decided,
        "规则级别 " + level + "，资产等级 " + asset.level() + "，定为 " + decided.label(),
        "Rule severity "
            + level
            + " on an asset of level "
            + asset.level()
            + " gives "
            + decided.label(),
        "asset",
        asset.name(),
        "system",
        asset.system(),
        "asset.level",
        asset.level(),
        "rule.level",
        level);
  }

  /** One step more severe, up to critical. */
  public void oneStepUp(String rule, String zh, String en, Object... facts) {
    Severity[] all = Severity.values();
    severity(rule, all[Math.min(severity.ordinal() + 1, all.length - 1)], zh, en, facts);
  }

  public void category(String rule, String decided, String zh, String en, Object... facts) {
    category = decided;
    because(rule, zh, en, facts);
  }

  public void team(String rule, String decided, String zh, String en, Object... facts) {
    team = decided;
    because(rule, zh, en, facts);
  }

  public void runbook(String rule, String decided, String zh, String en, Object... facts) {
    runbook = decided;
    because(rule, zh, en, facts);
  }

  /** Decides nothing: something that whoever looks should know. */
  public void note(String rule, String zh, String en, Object... facts) {
    because(rule, zh, en, facts);
  }

  public Severity getSeverity() {
    return severity;
  }

  public String getCategory() {
    return category;
  }

  public String getTeam() {
    return team;
  }

  private void because(String rule, String zh, String en, Object... facts) {
    if (reasons.size() == MOST_REASONS) {
      return;
    }
    Map<String, String> used = new LinkedHashMap<>();
    for (int i = 0; i + 1 < facts.length; i += 2) {
      used.put(String.valueOf(facts[i]), String.valueOf(facts[i + 1]));
    }
    reasons.add(new Decision.Reason(rule, new BilingualText(zh, en), used));
  }

  Decision decision(Asset asset) {
    return new Decision(
        raise, severity, category, team, runbook, asset.name(), asset.system(), reasons);
  }
}
