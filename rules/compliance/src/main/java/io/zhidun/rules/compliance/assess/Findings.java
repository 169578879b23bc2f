package io.zhidun.rules.compliance.assess;

import io.zhidun.rules.compliance.catalogue.Requirement;
import io.zhidun.rules.compliance.judge.ComplianceRules;
import io.zhidun.rules.compliance.judge.Judged;
import io.zhidun.rules.compliance.judge.Look;
import io.zhidun.rules.compliance.record.Assessment;
import io.zhidun.rules.compliance.record.Cell;
import io.zhidun.rules.compliance.record.Finding;
import io.zhidun.rules.compliance.record.Result;
import io.zhidun.rules.compliance.record.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** High-risk problems and major risks, with what was mended since the previous assessment. */
final class Findings {
  private static final Comparator<Finding> ORDER =
      Comparator.comparing((Finding finding) -> finding.kind() == Finding.Kind.HIGH_RISK)
          .thenComparing(finding -> padded(finding.code()));

  private final ComplianceRules rules;
  private final AssessmentInput input;

  Findings(ComplianceRules rules, AssessmentInput input) {
    this.rules = rules;
    this.input = input;
  }

  List<Finding> of(
      List<Requirement> requirements, List<Cell> cells, Map<String, List<Look>> looks) {
    Map<String, String> itemsByPoint = new HashMap<>();
    Map<String, String> points = new HashMap<>();
    for (Requirement requirement : requirements) {
      itemsByPoint.put(requirement.key(), requirement.id());
      points.put(requirement.id(), requirement.key());
    }
    Map<String, Finding> found = new TreeMap<>();
    rules
        .risks(judged(cells, points), doubtful(cells, looks, itemsByPoint), itemsByPoint)
        .forEach(finding -> found.put(finding.code(), finding));
    input.reportedRisks().forEach(risk -> addReported(risk, found));
    Assessment previous = input.previous();
    if (previous != null) {
      previous.findings().stream()
          .filter(before -> !found.containsKey(before.code()))
          .forEach(before -> found.put(before.code(), gone(before, cells)));
    }
    List<Finding> sorted = new ArrayList<>(found.values());
    sorted.sort(ORDER);
    return sorted;
  }

  private static List<Judged> judged(List<Cell> cells, Map<String, String> points) {
    return cells.stream()
        .filter(cell -> cell.result() == Result.NOT_MET)
        .map(
            cell ->
                new Judged(cell.item(), points.getOrDefault(cell.item(), ""), cell.object(), true))
        .toList();
  }

  /** Fresh looks that serve a cell which is neither met nor found not to apply. */
  private List<Look> doubtful(
      List<Cell> cells, Map<String, List<Look>> looks, Map<String, String> itemsByPoint) {
    Set<String> open = new HashSet<>();
    for (Cell cell : cells) {
      if (cell.result() != Result.MET && cell.result() != Result.NOT_APPLICABLE) {
        open.add(Assessor.key(cell.item(), cell.object()));
      }
    }
    List<Look> doubtful = new ArrayList<>();
    looks.forEach(
        (object, seen) ->
            seen.stream()
                .filter(Look::isFresh)
                .filter(look -> serves(look, object, itemsByPoint, open))
                .forEach(doubtful::add));
    return doubtful;
  }

  private boolean serves(
      Look look, String object, Map<String, String> itemsByPoint, Set<String> open) {
    return rules.checks().find(look.check()).orElseThrow().keys().stream()
        .map(itemsByPoint::get)
        .anyMatch(item -> item != null && open.contains(Assessor.key(item, object)));
  }

  private void addReported(ReportedRisk risk, Map<String, Finding> found) {
    if (risk.reportedAt().isAfter(input.madeAt())) {
      return;
    }
    Finding named = rules.named(risk.code());
    found.put(
        risk.code(),
        new Finding(
            risk.code(),
            named.kind(),
            named.name(),
            List.of(),
            risk.objects(),
            new Texts(risk.signer() + "：" + risk.reason(), risk.signer() + ": " + risk.reason()),
            !risk.rectifiedAt().isAfter(input.madeAt())));
  }

  /**
   * A risk that nothing shows any more. It is rectified if its requirements have a result on its
   * objects; where evidence is missing nobody knows, and it stays open.
   */
  private static Finding gone(Finding before, List<Cell> cells) {
    Set<String> items = new HashSet<>(before.items());
    Set<String> objects = new HashSet<>(before.objects());
    boolean unknown =
        cells.stream()
            .filter(cell -> items.contains(cell.item()) && objects.contains(cell.object()))
            .anyMatch(cell -> cell.result() == Result.NO_EVIDENCE);
    boolean rectified = before.rectified() || !unknown && !items.isEmpty();
    Texts reason =
        rectified
            ? new Texts("已整改。整改前：" + told(before).zh(), "rectified. Before: " + told(before).en())
            : new Texts(
                "没有新证据证明已整改。" + before.reason().zh(),
                "no new evidence shows it rectified. " + before.reason().en());
    return new Finding(
        before.code(),
        before.kind(),
        before.name(),
        before.items(),
        before.objects(),
        before.rectified() ? before.reason() : reason,
        rectified);
  }

  private static Texts told(Finding before) {
    return before.reason();
  }

  private static String padded(String code) {
    StringBuilder padded = new StringBuilder();
    for (String part : List.of(code.split("[.-]", -1))) {
      padded.append("0".repeat(Math.max(0, 3 - part.length()))).append(part).append('.');
    }
    return padded.toString();
  }
}
