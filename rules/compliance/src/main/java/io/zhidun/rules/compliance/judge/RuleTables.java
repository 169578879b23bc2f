package io.zhidun.rules.compliance.judge;

import io.zhidun.rules.compliance.check.Check;
import io.zhidun.rules.compliance.check.Checks;
import io.zhidun.rules.compliance.knowledge.Knowledge;
import io.zhidun.rules.compliance.knowledge.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The decision tables, whose rows are facts of the rules. Refuses rows that name what is not there.
 *
 * @param criteria by key of the requirement
 */
record RuleTables(
    Map<String, List<Criterion>> criteria,
    List<RiskByResult> risksByResult,
    List<RiskByValue> risksByValue) {
  static final List<String> FILES =
      List.of("criteria.tsv", "risks-by-result.tsv", "risks-by-value.tsv");
  private static final String YES = "yes";
  private static final String NO = "no";

  static RuleTables shipped(Checks checks, Limits limits) {
    Map<String, List<Criterion>> criteria = new HashMap<>();
    for (Row row : Knowledge.table("criteria.tsv")) {
      Criterion criterion = criterion(row, checks, limits);
      if (!checks.of(criterion.point()).contains(checks.find(criterion.check()).orElseThrow())) {
        throw fault(row, "check " + criterion.check() + " does not serve " + criterion.point());
      }
      criteria.computeIfAbsent(criterion.point(), point -> new ArrayList<>()).add(criterion);
    }
    List<RiskByResult> results =
        Knowledge.table("risks-by-result.tsv").stream()
            .map(row -> new RiskByResult(row.needed("item"), row.needed("codes")))
            .toList();
    List<RiskByValue> values =
        Knowledge.table("risks-by-value.tsv").stream()
            .map(row -> riskByValue(row, checks, limits))
            .toList();
    return new RuleTables(criteria, results, values);
  }

  private static Criterion criterion(Row row, Checks checks, Limits limits) {
    Comparison comparison = compared(row, checks);
    bound(row, comparison, limits);
    return new Criterion(
        row.needed("item"),
        row.needed("check"),
        row.needed("value"),
        comparison,
        row.needed("limit"),
        Weight.valueOf(row.needed("weight").toUpperCase(Locale.ROOT)));
  }

  private static RiskByValue riskByValue(Row row, Checks checks, Limits limits) {
    Comparison comparison = compared(row, checks);
    return new RiskByValue(
        row.needed("check"),
        row.needed("value"),
        comparison,
        bound(row, comparison, limits),
        row.needed("codes"));
  }

  private static Comparison compared(Row row, Checks checks) {
    Check check = checks.find(row.needed("check")).orElse(null);
    if (check == null || !check.values().containsKey(row.needed("value"))) {
      throw fault(row, "checks.yml has no " + row.cell("check") + "." + row.cell("value"));
    }
    String name = row.needed("comparison").toUpperCase(Locale.ROOT).replace('-', '_');
    try {
      return Comparison.valueOf(name);
    } catch (IllegalArgumentException e) {
      throw fault(row, "there is no comparison " + row.cell("comparison"));
    }
  }

  /** The bound for what is in no tier of its own. */
  private static double bound(Row row, Comparison comparison, Limits limits) {
    String limit = row.needed("limit");
    if (comparison == Comparison.IS) {
      if (!limit.equals(YES) && !limit.equals(NO)) {
        throw fault(row, "\"" + limit + "\" is not yes or no");
      }
      return limit.equals(YES) ? 1 : 0;
    }
    if (!limits.all().containsKey(limit)) {
      throw fault(row, "limits.yml has no limit " + limit);
    }
    return limits.number(limit, Tier.T2);
  }

  private static IllegalArgumentException fault(Row row, String what) {
    return new IllegalArgumentException(row.place() + ": " + what);
  }
}
