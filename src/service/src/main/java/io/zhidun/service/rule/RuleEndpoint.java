package io.zhidun.service.rule;

import io.zhidun.rules.RuleSet;
import io.zhidun.service.web.Page;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The rules of the shipped catalogue. */
@RestController
class RuleEndpoint {
  private volatile @Nullable List<RuleRow> rules;

  @GetMapping("/api/v1/rules")
  Page<RuleRow> list() {
    List<RuleRow> all = catalog();
    return new Page<>(all, null, all.size());
  }

  /** Read with the first request: most starts need it late or never, and it does not change. */
  private List<RuleRow> catalog() {
    List<RuleRow> known = rules;
    if (known == null) {
      known =
          RuleSet.catalog().rules().stream()
              .map(RuleRow::of)
              .sorted(Comparator.comparing(RuleRow::name))
              .toList();
      rules = known;
    }
    return known;
  }
}
