package io.zhidun.service.ruleset;

import io.zhidun.events.BilingualText;
import io.zhidun.rules.RuleSet;
import io.zhidun.rules.RuleText;
import io.zhidun.rules.sigma.Rule;
import io.zhidun.rules.sigma.RuleCheck;
import io.zhidun.rules.sigma.RuleCheck.Status;
import io.zhidun.service.ruleset.ProposalEndpoint.ChangeRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Changes as lists show them, with the engine's word on each. */
final class ChangeRows {
  private final RuleBook book;
  private final Map<String, RuleText> texts;
  private final Map<String, BilingualText> titles = new HashMap<>();
  private final Map<String, List<RuleCheck>> checks = new HashMap<>();

  /**
   * @param base what the changes are made to
   * @param site what they make of it
   */
  ChangeRows(RuleBook book, SiteRules base, SiteRules site) {
    this.book = book;
    this.texts = site.ruleTexts();
    RuleSet.Verdicts verdicts = book.verdicts(site);
    // What is removed has its title from before.
    List<Rule> known = new ArrayList<>(book.verdicts(base).rules());
    known.addAll(verdicts.rules());
    for (Rule rule : known) {
      titles.put(rule.id(), rule.reference().title());
    }
    for (RuleCheck check : verdicts.checks()) {
      checks.computeIfAbsent(check.path(), absent -> new ArrayList<>()).add(check);
    }
  }

  List<ChangeRow> of(List<Change> changes) {
    List<ChangeRow> rows = new ArrayList<>();
    for (Change change : changes) {
      rows.add(row(rows.size(), change));
    }
    return rows;
  }

  private ChangeRow row(int position, Change change) {
    SiteText text = change.text();
    RuleText used = texts.get(change.ruleId());
    List<RuleCheck> verdicts =
        text == null || used == null ? List.of() : checks.getOrDefault(used.path(), List.of());
    BilingualText title = title(change.ruleId());
    return new ChangeRow(
        position,
        change.kind(),
        change.ruleId(),
        text == null ? "" : text.path(),
        title.zh(),
        title.en(),
        text == null ? null : worst(verdicts),
        verdicts.stream().flatMap(check -> check.reasons().stream()).toList(),
        text != null && !text.cases().isEmpty());
  }

  private BilingualText title(String id) {
    BilingualText known = titles.get(id);
    return known != null
        ? known
        : book.catalog()
            .rule(id)
            .map(rule -> rule.reference().title())
            .orElse(new BilingualText(id, id));
  }

  private static @Nullable Status worst(List<RuleCheck> checks) {
    return checks.stream().map(RuleCheck::status).max(Status::compareTo).orElse(Status.ERROR);
  }
}
