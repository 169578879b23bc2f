package io.zhidun.rules.compliance.assess;

import io.zhidun.rules.compliance.catalogue.Requirement;
import io.zhidun.rules.compliance.knowledge.Node;
import io.zhidun.rules.compliance.record.Cell;
import io.zhidun.rules.compliance.record.Finding;
import io.zhidun.rules.compliance.record.Result;
import io.zhidun.rules.compliance.record.Texts;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Template of 2021, kept for reading old reports; from memory, not read in an original. {@code M =
 * Vt + Vm}, each {@code max(0, 100 y - sum f(w) (1 - x) S)} over the technical and the management
 * requirements, {@code S = 100/n}, x the mean over objects.
 */
final class Deduction {
  private final Node data;

  Deduction(Node data) {
    this.data = data;
  }

  Formulas.Verdict conclude(Formulas.Outcome outcome, List<Texts> doubts) {
    Set<String> technical = new HashSet<>(data.at("technical").texts());
    double attention = data.at("attention").number();
    int applicable = outcome.applicable();
    double share = applicable == 0 ? 0 : 100.0 / applicable;
    Map<String, Double> means = means(outcome.cells());
    double lostTechnical = 0;
    double lostManagement = 0;
    for (int i = 0; i < outcome.items().size(); i++) {
      if (outcome.items().get(i).result() == Result.NOT_APPLICABLE) {
        continue;
      }
      Requirement requirement = outcome.requirements().get(i);
      double lost = weight(requirement) * (1 - means.getOrDefault(requirement.id(), 0.0)) * share;
      if (technical.contains(requirement.item().category().zh())) {
        lostTechnical += lost;
      } else {
        lostManagement += lost;
      }
    }
    double score =
        Math.max(0, 100 * attention - lostTechnical)
            + Math.max(0, 100 * (1 - attention) - lostManagement);
    double rounded = Math.round(score * 100) / 100.0;
    doubts.add(
        new Texts(
            "2021 版公式、权重和分级未经原文核对，只用于读旧报告",
            "formula, weights and grades of 2021 were not read in an original; for old reports only"));
    return new Formulas.Verdict(rounded, grade(rounded, outcome));
  }

  private double weight(Requirement requirement) {
    Node weights = data.find("weights");
    Node own = weights == null ? null : weights.find(requirement.id());
    return own == null ? data.at("weight").number() : own.number();
  }

  private static Map<String, Double> means(List<Cell> cells) {
    Map<String, double[]> sums = new HashMap<>();
    for (Cell cell : cells) {
      if (cell.result() != Result.NOT_APPLICABLE) {
        double[] sum = sums.computeIfAbsent(cell.item(), item -> new double[2]);
        sum[0] += cell.result() == Result.MET ? 1 : cell.result() == Result.PARTLY_MET ? 0.5 : 0;
        sum[1]++;
      }
    }
    Map<String, Double> means = new HashMap<>();
    sums.forEach((item, sum) -> means.put(item, sum[0] / sum[1]));
    return means;
  }

  private Texts grade(double score, Formulas.Outcome outcome) {
    List<Node> grades = data.at("grades").items();
    Node last = grades.get(grades.size() - 1);
    if (outcome.open(Finding.Kind.HIGH_RISK) > 0) {
      return last.bilingual();
    }
    for (Node grade : grades) {
      if (score >= grade.at("from").number()) {
        return grade.bilingual();
      }
    }
    return last.bilingual();
  }
}
