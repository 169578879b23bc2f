package io.zhidun.stream.detect;

import io.zhidun.rules.RuleSet;
import java.util.Objects;

/**
 * A compiled rule set under its number.
 *
 * @param number as the service counts a site's sets; 0 for what is installed, without live rules
 */
record NumberedRules(long number, RuleSet rules) {
  NumberedRules {
    if (number < 0) {
      throw new IllegalArgumentException("number of a rule set must not be below 0, was " + number);
    }
    Objects.requireNonNull(rules, "rules");
  }
}
