package io.zhidun.rules.compliance.assess;

import io.zhidun.rules.compliance.record.Assessment;
import io.zhidun.rules.compliance.record.Cell;
import io.zhidun.rules.compliance.record.Finding;
import io.zhidun.rules.compliance.record.ItemResult;
import io.zhidun.rules.compliance.record.Result;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What differs between two assessments of one system.
 *
 * @param cells whose result turned, in the order of the later
 * @param items whose result turned, with object *
 * @param appeared cells of the later alone
 * @param disappeared cells of the earlier alone
 * @param newFindings codes that the later shows, unrectified, and the earlier did not
 * @param mendedFindings codes that the earlier showed and the later shows no more, or as rectified
 */
public record AssessmentChanges(
    List<Turn> cells,
    List<Turn> items,
    List<Cell> appeared,
    List<Cell> disappeared,
    Set<String> newFindings,
    Set<String> mendedFindings) {

  /** A result that is another now. */
  public record Turn(String item, String object, Result before, Result after) {}

  /** Compares. */
  public static AssessmentChanges between(Assessment before, Assessment after) {
    Map<String, Cell> earlier = new LinkedHashMap<>();
    before.cells().forEach(cell -> earlier.put(Assessor.key(cell.item(), cell.object()), cell));
    List<Turn> turned = new ArrayList<>();
    List<Cell> appeared = new ArrayList<>();
    for (Cell cell : after.cells()) {
      Cell was = earlier.remove(Assessor.key(cell.item(), cell.object()));
      if (was == null) {
        appeared.add(cell);
      } else if (was.result() != cell.result()) {
        turned.add(new Turn(cell.item(), cell.object(), was.result(), cell.result()));
      }
    }
    Set<String> openBefore = open(before);
    Set<String> openAfter = open(after);
    Set<String> fresh = new TreeSet<>(openAfter);
    fresh.removeAll(openBefore);
    Set<String> mended = new TreeSet<>(openBefore);
    mended.removeAll(openAfter);
    return new AssessmentChanges(
        turned, items(before, after), appeared, List.copyOf(earlier.values()), fresh, mended);
  }

  private static List<Turn> items(Assessment before, Assessment after) {
    Map<String, Result> was =
        before.items().stream().collect(Collectors.toMap(ItemResult::item, ItemResult::result));
    List<Turn> turned = new ArrayList<>();
    for (ItemResult item : after.items()) {
      Result old = was.get(item.item());
      if (old != null && old != item.result()) {
        turned.add(new Turn(item.item(), PersonDecision.ALL, old, item.result()));
      }
    }
    return turned;
  }

  private static Set<String> open(Assessment assessment) {
    return assessment.findings().stream()
        .filter(finding -> !finding.rectified())
        .map(Finding::code)
        .collect(Collectors.toSet());
  }
}
