package io.zhidun.rules;

import io.zhidun.rules.sigma.RuleCheck;
import io.zhidun.rules.sigma.RuleDraft;
import io.zhidun.rules.sigma.RuleFile;
import io.zhidun.rules.sigma.RuleParser;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;

/**
 * A rule file that lies in memory.
 *
 * @param path its name, for messages
 * @param text Sigma YAML, one document or several
 */
public record RuleText(String path, String text) {
  public RuleText {
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(text, "text");
  }

  /**
   * The id that stands for the whole text: that of its last correlation, else of its last rule. It
   * is the same while a rule of the text is wrong. Empty where no rule of it could be read.
   */
  public String id() {
    RuleFile file = RuleParser.parse(path, text);
    Set<String> onEvents = new HashSet<>();
    for (RuleDraft draft : file.drafts()) {
      if (draft.correlation() == null) {
        onEvents.add(draft.id());
      }
    }
    // What could not be read may be the correlation that the text is written for.
    boolean related = text.lines().anyMatch(line -> line.startsWith("correlation:"));
    String last = "";
    String lastRelated = "";
    for (RuleCheck check : file.checks()) {
      last = check.id().isEmpty() ? last : check.id();
      lastRelated =
          check.id().isEmpty() || onEvents.contains(check.id()) ? lastRelated : check.id();
    }
    return related && !lastRelated.isEmpty() ? lastRelated : last;
  }
}
