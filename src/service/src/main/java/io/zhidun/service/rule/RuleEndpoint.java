package io.zhidun.service.rule;

import io.zhidun.rules.RuleSet;
import io.zhidun.rules.sigma.Rule;
import io.zhidun.service.web.Page;
import io.zhidun.service.web.Problems;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The rules of the shipped catalogue. */
@RestController
class RuleEndpoint {
  private volatile @Nullable List<Rule> rules;

  @GetMapping("/api/v1/rules")
  Page<RuleRow> list() {
    List<RuleRow> rows =
        catalog().stream().map(RuleRow::of).sorted(Comparator.comparing(RuleRow::name)).toList();
    return new Page<>(rows, null, rows.size());
  }

  /**
   * @param name the rule's name or id
   */
  @GetMapping("/api/v1/rules/{name}")
  RuleDetail one(@PathVariable String name) {
    List<Rule> all = catalog();
    return all.stream()
        .filter(rule -> rule.name().equals(name) || rule.id().equals(name))
        .findFirst()
        .map(rule -> RuleDetail.of(rule, all))
        .orElseThrow(() -> Problems.notFound("there is no such rule in the catalogue"));
  }

  /** Read with the first request: most starts need it late or never, and it does not change. */
  private List<Rule> catalog() {
    List<Rule> known = rules;
    if (known == null) {
      known = RuleSet.catalog().rules();
      rules = known;
    }
    return known;
  }
}
