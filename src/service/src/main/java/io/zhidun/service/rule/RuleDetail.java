package io.zhidun.service.rule;

import io.zhidun.events.BilingualText;
import io.zhidun.rules.Catalog;
import io.zhidun.rules.cases.CaseFile;
import io.zhidun.rules.sigma.Correlation;
import io.zhidun.rules.sigma.Rule;
import java.util.List;
import java.util.function.Predicate;

/**
 * A rule with all that its page shows.
 *
 * @param rule as lists show it
 * @param summary the sentence of its detections, with {@code {field}} places
 * @param falsePositives known harmless causes
 * @param recoverySeconds quiet time that ends an alert's episode
 * @param refersTo rules that a correlation relates
 * @param usedBy correlations that refer to it
 * @param cases its examples, those of its whole file
 * @param source text of its file
 */
record RuleDetail(
    RuleRow rule,
    BilingualText summary,
    List<BilingualText> falsePositives,
    long recoverySeconds,
    List<String> refersTo,
    List<String> usedBy,
    List<CaseRow> cases,
    String source) {

  /**
   * One example.
   *
   * @param name what it shows
   * @param detections how many detections its events must make
   * @param events how many events it has
   */
  record CaseRow(String name, int detections, int events) {}

  static RuleDetail of(Rule rule, List<Rule> all) {
    String path = rule.path().replaceFirst("^catalog/", "");
    return new RuleDetail(
        RuleRow.of(rule),
        rule.guidance().summary(),
        rule.guidance().falsePositives(),
        rule.recovery().toSeconds(),
        named(all, other -> refers(rule, other)),
        named(all, other -> refers(other, rule)),
        cases(path),
        Catalog.text(path));
  }

  private static List<String> named(List<Rule> all, Predicate<Rule> which) {
    return all.stream().filter(which).map(Rule::name).toList();
  }

  private static boolean refers(Rule one, Rule other) {
    Correlation correlation = one.correlation();
    return correlation != null && correlation.rules().contains(other.id());
  }

  private static List<CaseRow> cases(String path) {
    String file = CaseFile.nameFor(path);
    return CaseFile.parse(file, Catalog.text(file)).cases().stream()
        .map(one -> new CaseRow(one.name(), one.detections(), one.events().size()))
        .toList();
  }
}
