package io.zhidun.service.rule;

import io.zhidun.rules.RuleSet;
import io.zhidun.rules.sigma.Rule;
import io.zhidun.service.platform.RuleActivity;
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
  private final RuleActivity activity;
  private volatile @Nullable List<Rule> rules;

  RuleEndpoint(RuleActivity activity) {
    this.activity = activity;
  }

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

  /**
   * What the stream counted of a rule since it began.
   *
   * @param known false where the stream does not answer
   * @param versions the rule's versions that ran
   */
  record Activity(boolean known, List<RuleActivity.Counted> versions) {}

  /**
   * @param name name of a shipped rule, or the id of any
   */
  @GetMapping("/api/v1/rules/{name}/activity")
  Activity activity(@PathVariable String name) {
    String id =
        catalog().stream()
            .filter(rule -> rule.name().equals(name))
            .findFirst()
            .map(Rule::id)
            .orElse(name);
    return activity
        .of(id)
        .map(versions -> new Activity(true, versions))
        .orElse(new Activity(false, List.of()));
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
