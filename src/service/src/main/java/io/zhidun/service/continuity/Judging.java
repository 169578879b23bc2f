package io.zhidun.service.continuity;

import io.zhidun.service.continuity.Exercise.Done;
import io.zhidun.service.continuity.Exercise.Outcome;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says whether an exercise proves its plan: a pure function of what was done. */
final class Judging {
  private Judging() {}

  /**
   * @param faults gets what keeps it from passing, behind what people found
   */
  static boolean judge(
      Exercise exercise,
      PlanVersion version,
      @Nullable Duration rto,
      @Nullable Duration rpo,
      List<String> faults) {
    Plan plan = version.plan();
    int before = faults.size();
    for (Done one : exercise.done()) {
      Plan.Step step = plan.steps().get(one.position() - 1);
      if (one.outcome() == Outcome.FAILED) {
        faults.add("step " + one.position() + " failed: " + step.title());
      }
      if (one.outcome() == Outcome.SKIPPED && step.service()) {
        faults.add("step " + one.position() + " was skipped: " + step.title());
      }
    }
    if (rto == null) {
      faults.add("the service never came back");
    } else if (rto.compareTo(Duration.ofMinutes(plan.rtoMinutes())) > 0) {
      faults.add("the service was back after " + rto + ", RTO is PT" + plan.rtoMinutes() + "M");
    }
    if (rpo == null) {
      faults.add("how much work was lost was not measured");
    } else if (rpo.compareTo(Duration.ofMinutes(plan.rpoMinutes())) > 0) {
      faults.add("work of " + rpo + " was lost, RPO is PT" + plan.rpoMinutes() + "M");
    }
    return faults.size() == before;
  }
}
