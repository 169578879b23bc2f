package io.zhidun.service.canary;

import io.zhidun.rules.RuleSet;
import io.zhidun.rules.cases.CaseFile;
import io.zhidun.rules.sigma.Rule;
import java.util.Optional;

/** The rules in force, as whoever activates them knows them. Safe for all threads. */
public interface ActiveRules {
  /** The set in force: the same object as long as it is the same set. */
  RuleSet rules();

  /** The cases of a rule of {@link #rules()}; empty where it has none. */
  Optional<CaseFile> cases(Rule rule);
}
