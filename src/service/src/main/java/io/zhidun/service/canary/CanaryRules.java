package io.zhidun.service.canary;

import io.zhidun.rules.RuleCanary;
import io.zhidun.rules.RuleSet;
import io.zhidun.rules.sigma.Rule;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The rules in force that detect, each with its canary. Safe for all threads. */
@Component
class CanaryRules {
  private static final Logger log = LoggerFactory.getLogger(CanaryRules.class);

  private final ActiveRules active;
  private @Nullable Known known;

  CanaryRules(ActiveRules active) {
    this.active = active;
  }

  /** A rule; its canary is empty where it has no case that could be one. */
  record Entry(Rule rule, Optional<RuleCanary> canary) {}

  private record Known(RuleSet rules, Map<String, Entry> byId) {}

  /** By id, in the order of names. */
  synchronized Map<String, Entry> byId() {
    RuleSet rules = active.rules();
    Known before = known;
    if (before != null && before.rules == rules) {
      return before.byId;
    }
    Map<String, Entry> byId = new LinkedHashMap<>();
    rules.rules().stream()
        .filter(Rule::detectsAlone)
        .sorted(Comparator.comparing(Rule::name))
        .forEach(rule -> byId.put(rule.id(), new Entry(rule, canary(rules, rule))));
    known = new Known(rules, byId);
    return byId;
  }

  private Optional<RuleCanary> canary(RuleSet rules, Rule rule) {
    try {
      return active.cases(rule).flatMap(cases -> RuleCanary.of(rules, rule, cases));
    } catch (RuntimeException e) {
      log.warn("the cases of {} give no canary: {}", rule.name(), e.toString());
      return Optional.empty();
    }
  }
}
