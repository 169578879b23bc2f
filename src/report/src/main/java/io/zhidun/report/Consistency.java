package io.zhidun.report;

import io.zhidun.rules.compliance.record.Assessment;
import io.zhidun.rules.compliance.record.Cell;
import io.zhidun.rules.compliance.record.Conclusion;
import io.zhidun.rules.compliance.record.Evidence;
import io.zhidun.rules.compliance.record.Finding;
import io.zhidun.rules.compliance.record.Item;
import io.zhidun.rules.compliance.record.ItemResult;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Where an assessment contradicts itself. */
final class Consistency {

  /** Bounds of one report; a level-4 system with every extension has some 340 requirements. */
  private static final int MOST_REQUIREMENTS = 2_000;

  private static final int MOST_CELLS = 1_000_000;
  private static final int MOST_TOLD = 20;

  private final Assessment assessment;
  private final List<String> faults = new ArrayList<>();

  private Consistency(Assessment assessment) {
    this.assessment = assessment;
  }

  /** In words, at most {@value #MOST_TOLD}; empty where all agrees. */
  static List<String> faults(Assessment assessment) {
    Consistency consistency = new Consistency(assessment);
    consistency.sizes();
    consistency.references();
    consistency.conclusion();
    return consistency.faults;
  }

  private void sizes() {
    if (assessment.requirements().size() > MOST_REQUIREMENTS) {
      fault(assessment.requirements().size() + " requirements, at most " + MOST_REQUIREMENTS);
    }
    if (assessment.cells().size() > MOST_CELLS) {
      fault(assessment.cells().size() + " cells, at most " + MOST_CELLS);
    }
  }

  private void references() {
    Set<String> items = new HashSet<>();
    for (Item item : assessment.requirements()) {
      if (!items.add(item.id())) {
        fault("requirement " + item.id() + " stands twice");
      }
    }
    Set<String> judged = new HashSet<>();
    for (ItemResult result : assessment.items()) {
      if (!items.contains(result.item())) {
        fault("result of unknown requirement " + result.item());
      }
      if (!judged.add(result.item())) {
        fault("requirement " + result.item() + " has two results");
      }
    }
    Set<String> evidence = new HashSet<>();
    for (Evidence each : assessment.evidence()) {
      if (!evidence.add(each.id())) {
        fault("evidence " + each.id() + " stands twice");
      }
    }
    for (Cell cell : assessment.cells()) {
      if (!items.contains(cell.item())) {
        fault("cell of unknown requirement " + cell.item());
      }
      for (String id : cell.evidence()) {
        if (!evidence.contains(id)) {
          fault("cell " + cell.item() + " of " + cell.object() + " names unknown evidence " + id);
        }
      }
    }
  }

  private void conclusion() {
    Conclusion conclusion = assessment.conclusion();
    Counts counted = Counts.of(assessment.items().stream().map(ItemResult::result).toList());
    Counts told = new Counts(conclusion.items());
    if (!counted.equals(told)) {
      fault("the conclusion counts " + told.by() + ", its results are " + counted.by());
    }
    RiskCounts major = RiskCounts.of(assessment, Finding.Kind.MAJOR_RISK);
    if (major.before() != conclusion.majorRisks()
        || major.rectified() != conclusion.majorRisksRectified()) {
      fault(
          "the conclusion counts %d major risks, %d rectified; its findings are %d and %d"
              .formatted(
                  conclusion.majorRisks(),
                  conclusion.majorRisksRectified(),
                  major.before(),
                  major.rectified()));
    }
  }

  private void fault(String words) {
    if (faults.size() < MOST_TOLD) {
      faults.add(words);
    }
  }
}
