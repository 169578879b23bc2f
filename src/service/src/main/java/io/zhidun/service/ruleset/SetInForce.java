package io.zhidun.service.ruleset;

import io.zhidun.rules.Catalog;
import io.zhidun.rules.RuleSet;
import io.zhidun.rules.cases.CaseFile;
import io.zhidun.rules.sigma.Rule;
import io.zhidun.service.canary.ActiveRules;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The set that was published last, for whoever must know what runs. */
@Component
class SetInForce implements ActiveRules {
  private final RuleBook book;
  private final RuleSetRepository sets;
  private @Nullable Known known;

  SetInForce(RuleBook book, RuleSetRepository sets) {
    this.book = book;
    this.sets = sets;
  }

  /** A set, and the texts of its own cases by the path of their rules. */
  private record Known(long number, RuleSet rules, Map<String, String> casesByPath) {}

  @Override
  public RuleSet rules() {
    return current().rules;
  }

  @Override
  public Optional<CaseFile> cases(Rule rule) {
    String own = current().casesByPath.get(rule.path());
    if (own == null) {
      return Catalog.cases(rule);
    }
    return own.isEmpty()
        ? Optional.empty()
        : Optional.of(CaseFile.parse(CaseFile.nameFor(rule.path()), own));
  }

  private synchronized Known current() {
    long number = sets.counter().published();
    Known before = known;
    if (before == null || before.number != number) {
      before = read(number);
      known = before;
    }
    return before;
  }

  private Known read(long number) {
    SiteRules site = number == 0 ? SiteRules.NONE : sets.content(number);
    Map<String, String> cases = new HashMap<>();
    site.ruleTexts()
        .forEach(
            (id, text) ->
                cases.put(text.path(), Objects.requireNonNull(site.texts().get(id)).cases()));
    RuleSet rules = number == 0 ? book.rules() : book.load(site).rules();
    return new Known(number, rules, cases);
  }
}
