package io.zhidun.rules.compliance.assess;

import io.zhidun.rules.compliance.catalogue.Requirement;
import io.zhidun.rules.compliance.record.Assessment;
import io.zhidun.rules.compliance.record.Cell;
import io.zhidun.rules.compliance.record.Finding;
import io.zhidun.rules.compliance.record.Rectification;
import io.zhidun.rules.compliance.record.Result;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What to mend until when: one step for each requirement that is not met or partly met. */
final class RectificationPlan {
  /** Deadlines are days of the office. */
  private static final ZoneId OFFICE = ZoneId.of("Asia/Shanghai");

  private static final String VERIFIED = "verified";
  private static final String OPEN = "open";

  private final Formulas formulas;

  RectificationPlan(Formulas formulas) {
    this.formulas = formulas;
  }

  List<Rectification> of(
      AssessmentInput input,
      List<Requirement> requirements,
      List<Cell> cells,
      List<Finding> findings) {
    Map<String, Rectification> before = before(input.previous());
    Map<String, List<Cell>> byItem = new HashMap<>();
    cells.forEach(cell -> byItem.computeIfAbsent(cell.item(), item -> new ArrayList<>()).add(cell));
    Set<String> risky = risky(findings);
    LocalDate today = input.madeAt().atZone(OFFICE).toLocalDate();
    List<Rectification> plan = new ArrayList<>();
    for (Requirement requirement : requirements) {
      List<Cell> row = byItem.getOrDefault(requirement.id(), List.of());
      List<Cell> failing =
          row.stream().filter(cell -> Aggregation.isFailing(cell.result())).toList();
      Rectification known = before.get(requirement.id());
      if (known != null) {
        boolean shown = row.stream().allMatch(RectificationPlan::isShown);
        plan.add(failing.isEmpty() && shown ? with(known, VERIFIED) : reopened(known, failing));
      } else if (!failing.isEmpty()) {
        plan.add(step(input, requirement, failing, risky.contains(requirement.id()), today));
      }
    }
    return plan;
  }

  private static boolean isShown(Cell cell) {
    return cell.result() == Result.MET || cell.result() == Result.NOT_APPLICABLE;
  }

  private static Map<String, Rectification> before(@Nullable Assessment previous) {
    Map<String, Rectification> before = new LinkedHashMap<>();
    if (previous != null) {
      previous.rectifications().forEach(step -> before.put(step.item(), step));
    }
    return before;
  }

  /** What was verified and fails again is open again, with its old deadline. */
  private static Rectification reopened(Rectification known, List<Cell> failing) {
    return known.state().equals(VERIFIED) && !failing.isEmpty() ? with(known, OPEN) : known;
  }

  private static Rectification with(Rectification step, String state) {
    return new Rectification(
        step.id(), step.item(), step.object(), step.measure(), step.owner(), step.due(), state);
  }

  private static Set<String> risky(List<Finding> findings) {
    Set<String> items = new HashSet<>();
    findings.stream()
        .filter(finding -> !finding.rectified())
        .forEach(finding -> items.addAll(finding.items()));
    return items;
  }

  private Rectification step(
      AssessmentInput input,
      Requirement requirement,
      List<Cell> failing,
      boolean risky,
      LocalDate today) {
    boolean notMet = failing.stream().anyMatch(cell -> cell.result() == Result.NOT_MET);
    String object = failing.size() == 1 ? failing.get(0).object() : PersonDecision.ALL;
    return new Rectification(
        input.id() + "-" + requirement.id(),
        requirement.id(),
        object,
        "做到：" + requirement.item().gloss().zh() + "（涉及 " + failing.size() + " 个对象）",
        input.system().owner(),
        today.plusDays(formulas.daysToMend(risky, notMet)),
        OPEN);
  }
}
