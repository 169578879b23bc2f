package io.zhidun.service.continuity;

import io.zhidun.events.BilingualText;
import io.zhidun.service.continuity.Exercise.Done;
import io.zhidun.service.continuity.Exercise.Outcome;
import io.zhidun.service.continuity.Exercise.State;
import io.zhidun.trust.Sm3;
import io.zhidun.trust.keys.KeyVault;
import io.zhidun.trust.seal.DetachedSignature;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A switch-over with everything in it that a report can show; its texts are English. */
final class SampleExercise {
  static final Instant START = Instant.parse("2026-11-27T01:00:00Z");

  private static final Plan PLAN =
      new Plan(
          "Switch-over of patent review",
          5,
          60,
          1,
          183,
          new Plan.Declared(2, 2, 2, 2, 1),
          List.of(
              new Plan.Part("Duty officer", "Duty desk", "8001"),
              new Plan.Part("Database", "Database group", "8012")),
          List.of(
              new Plan.Step("Declare", "", "Duty officer", 10, Check.NONE, false),
              new Plan.Step("Recoverable", "", "Duty officer", 5, Check.RECOVERABLE, false),
              new Plan.Step("Promote", "pg_promote()", "Database", 15, Check.NONE, false),
              new Plan.Step("Bring back", "", "Database", 20, Check.NONE, true),
              new Plan.Step("Report", "", "Duty officer", 10, Check.NONE, false)),
          List.of(new Plan.Step("Go back", "", "Database", 30, Check.NONE, false)));

  private SampleExercise() {}

  /** Ended, late, with a step that failed. */
  static Exercise exercise() {
    List<Done> done = new ArrayList<>();
    Instant at = START.plusSeconds(30);
    double[] minutes = {8, 0.2, 31.5, 40, 6};
    for (int i = 0; i < minutes.length; i++) {
      Instant end = at.plusSeconds(Math.round(minutes[i] * 60));
      BilingualText seen =
          i == 1 ? new BilingualText("来源 2 个", "sources 2, without a backup 0") : null;
      Outcome outcome = i == 2 ? Outcome.FAILED : Outcome.DONE;
      done.add(
          new Done(i + 1, outcome, "engineer", at, end, i == 2 ? "The log was behind" : "", seen));
      at = end.plusSeconds(20);
    }
    return new Exercise(
        "5b1f2f1e-4c55-4f0e-9a41-0c2a5a6f9d10",
        "patent-review",
        3,
        Exercise.SWITCH_OVER,
        "The main site lost power",
        State.DONE,
        "engineer",
        START,
        "engineer",
        at,
        "Back, and late",
        Duration.ofSeconds(4_830),
        Duration.ofSeconds(3),
        false,
        List.of("The standby firewall lacked three rules"),
        done);
  }

  static ExerciseFile file(KeyVault keys) {
    PlanVersion version =
        new PlanVersion(
            "patent-review", 3, PLAN, "ab".repeat(32), "Yearly", "engineer", START.minusSeconds(1));
    Exercise exercise = exercise();
    Duration lag = Duration.ofSeconds(2);
    RecoveryFacts facts =
        new RecoveryFacts(
            2, 0, lag, true, lag, 2, true, PLAN.declared(), null, PLAN.exerciseEvery(), null);
    ExerciseRecord record =
        ExerciseRecord.of(
            exercise, version, ReachedLevel.of(facts, RecoveryLevels.shipped()), null);
    byte[] bytes = {1};
    return new ExerciseFile(
        record,
        version,
        "Patent review",
        "Information centre",
        Sm3.hex(Sm3.of(bytes)),
        DetachedSignature.of(bytes, Objects.requireNonNull(exercise.endedAt()), keys.signer()),
        true);
  }
}
