package io.zhidun.rules;

import io.zhidun.rules.sigma.RuleCheck;
import io.zhidun.rules.sigma.RuleDraft;
import io.zhidun.rules.sigma.RuleFile;
import io.zhidun.rules.sigma.RuleParser;
import java.util.List;
import java.util.Objects;

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
   * The id that stands for the whole text: that of its last correlation, else of its last rule.
   * Empty where no rule of it could be read.
   */
  public String id() {
    RuleFile file = RuleParser.parse(path, text);
    List<RuleDraft> drafts = file.drafts();
    String id = "";
    for (RuleDraft draft : drafts) {
      id = draft.id();
    }
    for (RuleDraft draft : drafts) {
      id = draft.correlation() == null ? id : draft.id();
    }
    for (RuleCheck check : drafts.isEmpty() ? file.checks() : List.<RuleCheck>of()) {
      id = check.id().isEmpty() ? id : check.id();
    }
    return id;
  }
}
