package io.zhidun.rules.compliance.assess;

import io.zhidun.rules.compliance.catalogue.Requirement;
import io.zhidun.rules.compliance.knowledge.Knowledge;
import io.zhidun.rules.compliance.knowledge.Node;
import io.zhidun.rules.compliance.record.Cell;
import io.zhidun.rules.compliance.record.Conclusion;
import io.zhidun.rules.compliance.record.Finding;
import io.zhidun.rules.compliance.record.ItemResult;
import io.zhidun.rules.compliance.record.Result;
import io.zhidun.rules.compliance.record.Texts;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Templates of the conclusion with their formulas, thresholds and deadlines, as versioned data. */
public final class Formulas {
  private final Node data;
  private final String version;

  private Formulas(Node data) {
    this.data = data;
    version = data.at("version").text();
  }

  public static Formulas shipped() {
    return new Formulas(Knowledge.yaml("conclusions.yml"));
  }

  /**
   * A site's own, in the form of conclusions.yml.
   *
   * @param name of the file, for messages
   */
  public static Formulas of(String name, String yaml) {
    return new Formulas(Knowledge.yaml(name, yaml));
  }

  public String version() {
    return version;
  }

  Conclusion conclude(
      String template,
      List<Requirement> requirements,
      List<ItemResult> items,
      List<Cell> cells,
      List<Finding> findings,
      List<Texts> doubts) {
    Node node = data.at("templates").at(template);
    Outcome outcome = new Outcome(requirements, items, cells, findings);
    List<Texts> all = new ArrayList<>(doubts);
    String formula = node.at("formula").text();
    Verdict verdict =
        switch (formula) {
          case "compliance-rate" -> new ComplianceRate(node).conclude(outcome, all);
          case "deduction" -> new Deduction(node).conclude(outcome, all);
          default ->
              throw new IllegalArgumentException(
                  node.place() + ": formula " + formula + " is not compliance-rate or deduction");
        };
    return new Conclusion(
        template,
        formula + " #" + version,
        verdict.score(),
        verdict.value(),
        outcome.counts(),
        outcome.covered(),
        outcome.open(Finding.Kind.HIGH_RISK),
        outcome.all(Finding.Kind.MAJOR_RISK),
        outcome.all(Finding.Kind.MAJOR_RISK) - outcome.open(Finding.Kind.MAJOR_RISK),
        all);
  }

  /** Days until a step must be done. */
  long daysToMend(boolean risky, boolean notMet) {
    Node days = data.at("days-to-mend");
    return (long) days.at(risky ? "risk" : notMet ? "not-met" : "partly-met").number();
  }

  /** What a formula comes to. */
  record Verdict(double score, Texts value) {}

  /** What formulas ask of an assessment. */
  record Outcome(
      List<Requirement> requirements,
      List<ItemResult> items,
      List<Cell> cells,
      List<Finding> findings) {

    Map<Result, Integer> counts() {
      Map<Result, Integer> counts = new EnumMap<>(Result.class);
      for (Result result : Result.values()) {
        counts.put(result, 0);
      }
      items.forEach(item -> counts.merge(item.result(), 1, Integer::sum));
      return counts;
    }

    int count(Result result) {
      return counts().getOrDefault(result, 0);
    }

    int applicable() {
      return items.size() - count(Result.NOT_APPLICABLE);
    }

    int undecided() {
      return count(Result.NO_EVIDENCE) + count(Result.NOT_ASSESSED);
    }

    double covered() {
      int applicable = applicable();
      return applicable == 0 ? 0 : (double) (applicable - undecided()) / applicable;
    }

    int open(Finding.Kind kind) {
      return (int) findings.stream().filter(one -> one.kind() == kind && !one.rectified()).count();
    }

    int all(Finding.Kind kind) {
      return (int) findings.stream().filter(one -> one.kind() == kind).count();
    }
  }
}
