package io.zhidun.service.continuity;

import io.zhidun.events.BilingualText;
import io.zhidun.service.continuity.Exercise.Done;
import io.zhidun.service.continuity.Exercise.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says whether an exercise proves its plan: a pure function of what was done. */
final class Judging {
  private Judging() {}

  /** What keeps an exercise of which every step has ended from passing; nothing where it passes. */
  static List<BilingualText> faults(
      List<Done> done, Plan plan, @Nullable Duration rto, @Nullable Duration rpo) {
    List<BilingualText> faults = new ArrayList<>();
    for (Done one : done) {
      Plan.Step step = plan.steps().get(one.position() - 1);
      String zh = "第 " + one.position() + " 步";
      String en = "step " + one.position();
      if (one.outcome() == Outcome.FAILED) {
        faults.add(text(zh + "失败：" + step.title(), en + " failed: " + step.title()));
      }
      if (one.outcome() == Outcome.SKIPPED && step.service()) {
        faults.add(text(zh + "被跳过：" + step.title(), en + " was skipped: " + step.title()));
      }
    }
    recovered(plan, rto, faults);
    lost(plan, rpo, faults);
    return faults;
  }

  private static void recovered(Plan plan, @Nullable Duration rto, List<BilingualText> faults) {
    if (rto == null) {
      faults.add(text("业务始终没有恢复", "the service never came back"));
      return;
    }
    Duration bound = Duration.ofMinutes(plan.rtoMinutes());
    if (rto.compareTo(bound) > 0) {
      faults.add(
          text(
              "业务恢复用时 " + Lengths.zh(rto) + "，目标不超过 " + Lengths.zh(bound),
              "the service was back after "
                  + Lengths.en(rto)
                  + ", the aim is "
                  + Lengths.en(bound)));
    }
  }

  private static void lost(Plan plan, @Nullable Duration rpo, List<BilingualText> faults) {
    if (rpo == null) {
      faults.add(text("没有测量丢失的数据", "how much work was lost was not measured"));
      return;
    }
    Duration bound = Duration.ofMinutes(plan.rpoMinutes());
    if (rpo.compareTo(bound) > 0) {
      faults.add(
          text(
              "丢失 " + Lengths.zh(rpo) + " 的数据，目标不超过 " + Lengths.zh(bound),
              "work of " + Lengths.en(rpo) + " was lost, the aim is " + Lengths.en(bound)));
    }
  }

  private static BilingualText text(String zh, String en) {
    return new BilingualText(zh, en);
  }
}
