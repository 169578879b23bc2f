package io.zhidun.service.canary;

import io.zhidun.rules.Catalog;
import io.zhidun.rules.RuleSet;
import io.zhidun.rules.cases.CaseFile;
import io.zhidun.rules.sigma.Rule;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Fallback;
import org.springframework.stereotype.Component;

/** The shipped catalogue, where nobody says which rules are in force. */
@Component
@Fallback
class CatalogRules implements ActiveRules {
  private @Nullable RuleSet rules;

  /** Compiled when first asked for: most of a start does not need it. */
  @Override
  public synchronized RuleSet rules() {
    RuleSet known = rules;
    if (known == null) {
      known = RuleSet.catalog();
      rules = known;
    }
    return known;
  }

  @Override
  public Optional<CaseFile> cases(Rule rule) {
    return Catalog.cases(rule);
  }
}
