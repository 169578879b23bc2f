package io.zhidun.rules.judge;

import io.zhidun.events.Severity;
import java.util.List;
import java.util.Map;

/** The detection under judgement, with what its rule says and its event holds. A fact. */
public final class Finding {
  private final Case judged;

  Finding(Case judged) {
    this.judged = judged;
  }

  /** Name of the rule that detected. */
  public String getRule() {
    return judged.ask(Question.RULE, String.class);
  }

  public String getRuleId() {
    return judged.ask(Question.RULE_ID, String.class);
  }

  public Severity getLevel() {
    return judged.ask(Question.LEVEL, Severity.class);
  }

  @SuppressWarnings("unchecked")
  public List<String> getTags() {
    return judged.ask(Question.TAGS, List.class);
  }

  @SuppressWarnings("unchecked")
  public Map<String, String> getGroup() {
    return judged.ask(Question.GROUP, Map.class);
  }

  public long getCount() {
    return judged.ask(Question.COUNT, Long.class);
  }

  /** The category that the rule names, or empty. */
  public String getCategory() {
    return judged.ask(Question.CATEGORY, String.class);
  }

  /** The runbook that the rule names, or empty. */
  public String getRunbook() {
    return judged.ask(Question.RUNBOOK, String.class);
  }

  /** Whether a tag begins so. */
  public boolean tagged(String prefix) {
    return judged.ask(Question.tagged(prefix), Boolean.class);
  }

  /** A field of the event, of the group, or of the newest evidence that has it; else empty. */
  public String field(String name) {
    return judged.ask(Question.field(name), String.class);
  }
}
