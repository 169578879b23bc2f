package io.zhidun.stream.detect;

import io.zhidun.rules.RuleSet;
import java.util.Objects;

/**
 * A compiled rule set under its number.
 *
 * @param kept what it was compiled from, beside what is installed
 */
record NumberedRules(KeptRules kept, RuleSet rules) {
  NumberedRules {
    Objects.requireNonNull(kept, "kept");
    Objects.requireNonNull(rules, "rules");
  }

  /** As the service counts a site's sets; 0 for what is installed, without live rules. */
  long number() {
    return kept.number();
  }
}
