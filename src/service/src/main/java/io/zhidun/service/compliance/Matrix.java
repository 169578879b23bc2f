package io.zhidun.service.compliance;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.zhidun.rules.compliance.record.Assessment;
import io.zhidun.rules.compliance.record.Asset;
import io.zhidun.rules.compliance.record.Cell;
import io.zhidun.rules.compliance.record.Evidence;
import io.zhidun.rules.compliance.record.Finding;
import io.zhidun.rules.compliance.record.Item;
import io.zhidun.rules.compliance.record.ItemResult;
import io.zhidun.rules.compliance.record.Judge;
import io.zhidun.rules.compliance.record.Result;
import io.zhidun.rules.compliance.record.Texts;
import io.zhidun.service.asset.InventoryAsset;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** An assessment, or the present state, as requirement by object. */
final class Matrix {
  private final Assessment assessment;
  private final Instant now;
  private final Map<String, List<Cell>> cells = new HashMap<>();
  private final Map<String, ItemResult> results = new HashMap<>();
  private final Map<String, Evidence> evidence = new HashMap<>();
  private final Map<String, Set<String>> majors = new HashMap<>();
  private final Set<String> high = new TreeSet<>();

  /**
   * @param now at which freshness is told
   */
  Matrix(Assessment assessment, Instant now) {
    this.assessment = assessment;
    this.now = now;
    assessment
        .cells()
        .forEach(cell -> cells.computeIfAbsent(cell.item(), i -> new ArrayList<>()).add(cell));
    assessment.items().forEach(one -> results.put(one.item(), one));
    assessment.evidence().forEach(one -> evidence.put(one.id(), one));
    for (Finding one : assessment.findings()) {
      if (!one.rectified()) {
        for (String item : one.items()) {
          if (one.kind() == Finding.Kind.MAJOR_RISK) {
            majors.computeIfAbsent(item, i -> new TreeSet<>()).add(one.code());
          } else {
            high.add(item);
          }
        }
      }
    }
  }

  /** Column of the matrix. */
  record Column(String id, String name, String kind, boolean whole) {}

  /** A requirement over its objects. */
  record Row(
      String item,
      Texts category,
      Texts controlPoint,
      Texts gloss,
      @JsonProperty("class") String kind,
      String result,
      boolean waived,
      boolean stale,
      boolean highRisk,
      List<String> majorRisks,
      List<Spot> cells) {}

  /** Result on one object. */
  record Spot(String object, String result, boolean stale) {}

  /** Part of a matrix. */
  record Part(List<Column> objects, List<Row> items, @Nullable String next, long total) {}

  List<Column> columns() {
    List<Column> columns = new ArrayList<>();
    columns.add(
        new Column(assessment.system().id(), assessment.system().name(), "organisation", true));
    for (Asset one : assessment.system().assets()) {
      columns.add(new Column(one.id(), one.name(), InventoryAsset.label(one.kind()), false));
    }
    return columns;
  }

  List<Row> rows(MatrixFilter filter) {
    List<Row> rows = new ArrayList<>();
    for (Item item : assessment.requirements()) {
      Row row = row(item);
      if (filter.takes(row)) {
        rows.add(row);
      }
    }
    return rows;
  }

  Row row(Item item) {
    List<Spot> spots =
        cells(item.id()).stream()
            .map(cell -> new Spot(cell.object(), cell.result().wire(), isStale(cell)))
            .toList();
    ItemResult result = results.get(item.id());
    return new Row(
        item.id(),
        item.category(),
        item.controlPoint(),
        item.gloss(),
        ItemView.kind(item),
        (result == null ? Result.NOT_ASSESSED : result.result()).wire(),
        result != null && result.waived(),
        spots.stream().anyMatch(Spot::stale),
        high.contains(item.id()),
        List.copyOf(majors.getOrDefault(item.id(), Set.of())),
        spots);
  }

  List<Cell> cells(String item) {
    return cells.getOrDefault(item, List.of());
  }

  @Nullable ItemResult result(String item) {
    return results.get(item);
  }

  @Nullable Evidence evidence(String id) {
    return evidence.get(id);
  }

  boolean isStale(Cell cell) {
    return cell.evidence().stream()
        .map(evidence::get)
        .anyMatch(one -> one != null && !one.isFresh(now));
  }

  /** Requirements whose result rests on checks and on no document or person. */
  long decidedLive() {
    return assessment.items().stream()
        .filter(one -> Results.isVerdict(one.result()))
        .filter(
            one ->
                cells(one.item()).stream()
                    .filter(cell -> Results.isVerdict(cell.result()))
                    .allMatch(cell -> cell.judge().kind() == Judge.Kind.RULE))
        .count();
  }

  /** How much of the cited evidence still supports something. */
  record Freshness(long fresh, long stale, @Nullable Instant oldest) {}

  Freshness freshness() {
    long fresh = assessment.evidence().stream().filter(one -> one.isFresh(now)).count();
    Instant oldest =
        assessment.evidence().stream()
            .map(Evidence::collectedAt)
            .min(Instant::compareTo)
            .orElse(null);
    return new Freshness(fresh, assessment.evidence().size() - fresh, oldest);
  }

  /** Results by category. */
  record Category(Texts category, Map<String, Integer> items) {}

  List<Category> categories() {
    Map<String, Texts> names = new LinkedHashMap<>();
    Map<String, Map<Result, Integer>> counts = new LinkedHashMap<>();
    for (Item item : assessment.requirements()) {
      String key = item.category().zh();
      names.putIfAbsent(key, item.category());
      ItemResult result = results.get(item.id());
      counts
          .computeIfAbsent(key, k -> new HashMap<>())
          .merge(result == null ? Result.NOT_ASSESSED : result.result(), 1, Integer::sum);
    }
    List<Category> categories = new ArrayList<>();
    names.forEach(
        (key, name) ->
            categories.add(new Category(name, Results.named(counts.getOrDefault(key, Map.of())))));
    return categories;
  }

  /** The name of an object, or its id where it has none any more. */
  String nameOf(String object) {
    if (object.equals(assessment.system().id())) {
      return assessment.system().name();
    }
    return assessment.system().assets().stream()
        .filter(one -> one.id().equals(object))
        .map(Asset::name)
        .findFirst()
        .orElse(object);
  }
}
