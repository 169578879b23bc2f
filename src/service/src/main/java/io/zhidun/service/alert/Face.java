package io.zhidun.service.alert;

import io.zhidun.events.AlertDraft;
import io.zhidun.events.BilingualText;
import io.zhidun.events.Decision;
import io.zhidun.events.Detection;
import io.zhidun.events.RuleReference;
import io.zhidun.service.store.ColumnText;
import java.util.LinkedHashMap;
import java.util.Map;

/** What an alert shows of its latest detection, cut to the lengths of a list. */
record Face(
    String detection,
    RuleReference rule,
    BilingualText summary,
    Map<String, String> group,
    String system,
    String asset,
    String category,
    String team) {
  private static final int MAX_WORD = 256;
  private static final int MAX_TITLE = 512;
  private static final int MAX_SUMMARY = 2048;
  private static final int MAX_GROUP_FIELDS = 16;
  private static final int MAX_FIELD = 128;
  static final int MAX_VALUE = 512;

  static Face of(AlertDraft draft) {
    Detection detection = draft.detection();
    Decision decision = draft.decision();
    RuleReference rule = detection.rule();
    return new Face(
        detection.id(),
        new RuleReference(rule.id(), rule.name(), rule.version(), fit(rule.title(), MAX_TITLE)),
        fit(detection.explanation().summary(), MAX_SUMMARY),
        group(detection.group()),
        ColumnText.fit(decision.system(), MAX_WORD),
        ColumnText.fit(decision.asset(), MAX_WORD),
        ColumnText.fit(decision.category(), MAX_WORD),
        ColumnText.fit(decision.team(), MAX_WORD));
  }

  /** A field name and value as the columns hold them. */
  static Map.Entry<String, String> field(String name, String value) {
    return Map.entry(ColumnText.fit(name, MAX_FIELD), ColumnText.fit(value, MAX_VALUE));
  }

  private static Map<String, String> group(Map<String, String> group) {
    Map<String, String> shown = new LinkedHashMap<>();
    group.entrySet().stream()
        .limit(MAX_GROUP_FIELDS)
        .map(e -> field(e.getKey(), e.getValue()))
        .forEach(e -> shown.put(e.getKey(), e.getValue()));
    return shown;
  }

  private static BilingualText fit(BilingualText text, int max) {
    return new BilingualText(ColumnText.fit(text.zh(), max), ColumnText.fit(text.en(), max));
  }
}
