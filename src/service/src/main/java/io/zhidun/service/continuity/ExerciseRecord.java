package io.zhidun.service.continuity;

import io.zhidun.events.BilingualText;
import io.zhidun.service.continuity.Exercise.Done;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The minutes of an exercise, as they are signed: whole by themselves, so that nobody needs the
 * database to read them.
 *
 * @param planSm3 of the plan's JSON
 * @param findings what people found
 * @param faults why it did not pass; null in a record of format 1, whose findings name them
 * @param reached the level with which it ended; null while it runs, in format 1, and where nothing
 *     answered
 * @param away why the level is not known
 */
record ExerciseRecord(
    int format,
    String id,
    String system,
    String plan,
    int planVersion,
    String planSm3,
    String kind,
    String scenario,
    String state,
    boolean passed,
    String startedBy,
    Instant startedAt,
    @Nullable String endedBy,
    @Nullable Instant endedAt,
    @Nullable String words,
    @Nullable Duration rto,
    Duration rtoBound,
    @Nullable Duration rpo,
    Duration rpoBound,
    List<String> findings,
    @Nullable List<BilingualText> faults,
    @Nullable ReachedLevel reached,
    @Nullable String away,
    List<Line> steps) {
  static final int FORMAT = 2;

  /**
   * A step as planned and as done.
   *
   * @param actualMinutes null where it was not done
   * @param seen what the platform saw; null where people did it
   */
  record Line(
      int position,
      String title,
      String responsible,
      Check check,
      boolean service,
      int plannedMinutes,
      @Nullable Double actualMinutes,
      @Nullable String outcome,
      @Nullable String by,
      @Nullable Instant startedAt,
      @Nullable Instant endedAt,
      @Nullable String note,
      @Nullable BilingualText seen) {}

  /** As it is now, without a level. */
  static ExerciseRecord of(Exercise one, PlanVersion version) {
    return of(one, version, null, null);
  }

  static ExerciseRecord of(
      Exercise one, PlanVersion version, @Nullable ReachedLevel reached, @Nullable String away) {
    Plan plan = version.plan();
    return new ExerciseRecord(
        FORMAT,
        one.id(),
        one.system(),
        plan.title(),
        one.planVersion(),
        version.sm3(),
        one.kind(),
        one.scenario(),
        one.state().name().toLowerCase(Locale.ROOT),
        Boolean.TRUE.equals(one.passed()),
        one.by(),
        one.startedAt(),
        one.endedBy(),
        one.endedAt(),
        one.words(),
        one.rto(),
        Duration.ofMinutes(plan.rtoMinutes()),
        one.rpo(),
        Duration.ofMinutes(plan.rpoMinutes()),
        one.findings(),
        one.state() == Exercise.State.DONE
            ? Judging.faults(one.done(), plan, one.rto(), one.rpo())
            : List.of(),
        reached,
        away,
        lines(one, plan));
  }

  static List<Line> lines(Exercise one, Plan plan) {
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < plan.steps().size(); i++) {
      Plan.Step step = plan.steps().get(i);
      Done done = i < one.done().size() ? one.done().get(i) : null;
      Instant end = done == null ? null : done.endedAt();
      lines.add(
          new Line(
              i + 1,
              step.title(),
              step.responsible(),
              step.check(),
              step.service(),
              step.minutes(),
              done == null || end == null ? null : minutes(done.startedAt(), end),
              done == null ? null : done.outcome().name().toLowerCase(Locale.ROOT),
              done == null ? null : done.by(),
              done == null ? null : done.startedAt(),
              end,
              done == null ? null : done.note(),
              done == null ? null : done.seen()));
    }
    return List.copyOf(lines);
  }

  private static double minutes(Instant from, Instant to) {
    return Math.round(Duration.between(from, to).toSeconds() / 6.0) / 10.0;
  }
}
