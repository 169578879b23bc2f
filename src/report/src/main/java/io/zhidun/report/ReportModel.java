package io.zhidun.report;

import io.zhidun.rules.compliance.record.Assessment;
import io.zhidun.rules.compliance.record.Asset;
import io.zhidun.rules.compliance.record.Cell;
import io.zhidun.rules.compliance.record.Evidence;
import io.zhidun.rules.compliance.record.Finding;
import io.zhidun.rules.compliance.record.Item;
import io.zhidun.rules.compliance.record.ItemResult;
import io.zhidun.rules.compliance.record.Result;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The numbers of a report, counted once from an assessment; no form counts for itself.
 *
 * @param evidenceNumbers id of evidence → its number in the report, from 1
 * @param objectNames id of an asset, or of the system → its name
 */
public record ReportModel(
    Assessment assessment,
    Imprint imprint,
    Counts totals,
    List<CategoryRow> categories,
    RiskCounts highRisks,
    RiskCounts majorRisks,
    Map<String, Integer> evidenceNumbers,
    Map<String, String> objectNames) {

  public ReportModel {
    categories = List.copyOf(categories);
    evidenceNumbers = Collections.unmodifiableMap(new LinkedHashMap<>(evidenceNumbers));
    objectNames = Map.copyOf(objectNames);
  }

  /**
   * Counts.
   *
   * @throws IllegalArgumentException naming every place where the assessment contradicts itself: a
   *     report of it would be wrong in one form or the other
   */
  public static ReportModel of(Assessment assessment, Imprint imprint) {
    List<String> faults = Consistency.faults(assessment);
    if (!faults.isEmpty()) {
      throw new IllegalArgumentException(
          "assessment " + assessment.id() + ": " + String.join("; ", faults));
    }
    List<CategoryRow> categories = categories(assessment);
    List<Result> results = assessment.items().stream().map(ItemResult::result).toList();
    return new ReportModel(
        assessment,
        imprint,
        Counts.of(results),
        categories,
        RiskCounts.of(assessment, Finding.Kind.HIGH_RISK),
        RiskCounts.of(assessment, Finding.Kind.MAJOR_RISK),
        number(assessment.evidence()),
        names(assessment));
  }

  /** Requirements in order of the catalogue. */
  public List<ItemRow> items() {
    return categories.stream().flatMap(category -> category.items().stream()).toList();
  }

  public List<Finding> findings(Finding.Kind kind) {
    return assessment.findings().stream().filter(finding -> finding.kind() == kind).toList();
  }

  /** Number of the report. */
  public String number() {
    return imprint.number().isEmpty() ? assessment.id() : imprint.number();
  }

  /** Name of an object; its id where the system does not know it. */
  public String objectName(String id) {
    return objectNames.getOrDefault(id, id);
  }

  /** As in E-00012. */
  public String evidenceNumber(String id) {
    return "E-%05d".formatted(evidenceNumbers.getOrDefault(id, 0));
  }

  /** Score as it is printed: per cent of the 2025 template, points of the 2021 one. */
  public String score() {
    double score = assessment.conclusion().score();
    return assessment.conclusion().template().equals("2021")
        ? String.valueOf(score)
        : Counts.percent(score);
  }

  /** Share of the applicable requirements whose result rests on fresh evidence. */
  public String covered() {
    return Counts.percent(assessment.conclusion().covered());
  }

  /** Every number that each form has to carry, by its key, in order. */
  public Map<String, String> figures() {
    Map<String, String> figures = new LinkedHashMap<>();
    figures.put("conclusion", assessment.conclusion().value().zh());
    figures.put("score", score());
    figures.put("covered", covered());
    count("items", totals, figures);
    for (CategoryRow category : categories) {
      count("category." + category.key(), category.counts(), figures);
    }
    figures.put("high-risks", highRisks.note().zh());
    figures.put("major-risks", majorRisks.note().zh());
    figures.put("assets", String.valueOf(assessment.system().assets().size()));
    figures.put("cells", String.valueOf(assessment.cells().size()));
    figures.put("evidence", String.valueOf(assessment.evidence().size()));
    figures.put("waivers", String.valueOf(assessment.waivers().size()));
    figures.put("rectifications", String.valueOf(assessment.rectifications().size()));
    return Collections.unmodifiableMap(figures);
  }

  private static void count(String key, Counts counts, Map<String, String> figures) {
    figures.put(key + ".total", String.valueOf(counts.total()));
    counts.by().forEach((result, n) -> figures.put(key + "." + result.wire(), String.valueOf(n)));
    figures.put(key + ".met-share", counts.metShare());
  }

  private static List<CategoryRow> categories(Assessment assessment) {
    Map<String, ItemResult> results = new HashMap<>();
    assessment.items().forEach(result -> results.put(result.item(), result));
    Map<String, List<Cell>> cells = new HashMap<>();
    assessment
        .cells()
        .forEach(cell -> cells.computeIfAbsent(cell.item(), id -> new ArrayList<>()).add(cell));
    Map<String, List<ItemRow>> rows = new LinkedHashMap<>();
    for (Item item : assessment.requirements()) {
      ItemResult result = results.get(item.id());
      if (result != null) {
        rows.computeIfAbsent(key(item), key -> new ArrayList<>())
            .add(
                new ItemRow(
                    item,
                    result.result(),
                    new Counts(result.objects()),
                    result.waived(),
                    cells.getOrDefault(item.id(), List.of())));
      }
    }
    return rows.entrySet().stream().map(entry -> row(entry.getKey(), entry.getValue())).toList();
  }

  private static CategoryRow row(String key, List<ItemRow> items) {
    Counts counts = Counts.of(items.stream().map(ItemRow::result).toList());
    return new CategoryRow(key, items.get(0).item().category(), counts, items);
  }

  private static String key(Item item) {
    String clause = item.clause();
    int end = -1;
    for (int part = 0; part < 3; part++) {
      end = clause.indexOf('.', end + 1);
      if (end < 0) {
        return clause;
      }
    }
    return clause.substring(0, end);
  }

  private static Map<String, Integer> number(List<Evidence> evidence) {
    Map<String, Integer> numbers = new LinkedHashMap<>();
    evidence.forEach(each -> numbers.put(each.id(), numbers.size() + 1));
    return numbers;
  }

  private static Map<String, String> names(Assessment assessment) {
    Map<String, String> names = new HashMap<>();
    names.put(assessment.system().id(), assessment.system().name());
    for (Asset asset : assessment.system().assets()) {
      names.put(asset.id(), asset.name());
    }
    return names;
  }
}
