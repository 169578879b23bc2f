package io.zhidun.service.continuity;

import io.zhidun.events.BilingualText;
import io.zhidun.service.asset.InventorySystem;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How systems, plans and exercises are shown. */
@Component
class ContinuityViews {
  private static final int MOST_EXERCISES = 50;
  private static final Duration FRESH = Duration.ofSeconds(30);

  private final Plans plans;
  private final ExerciseRepository exercises;
  private final Standing standing;
  private final Overdue overdue;
  private final RecoveryLevels levels;
  private final Clock clock;
  private final Map<String, Look> looks = new ConcurrentHashMap<>();

  ContinuityViews(
      Plans plans,
      ExerciseRepository exercises,
      Standing standing,
      Overdue overdue,
      RecoveryLevels levels,
      Clock clock) {
    this.plans = plans;
    this.exercises = exercises;
    this.standing = standing;
    this.overdue = overdue;
    this.levels = levels;
    this.clock = clock;
  }

  /**
   * A system in the list.
   *
   * @param reached null where the backups do not answer; {@code away} then says why
   * @param missing what keeps the weakest elements from their next level
   * @param due when the next exercise is
   */
  record Row(
      String system,
      String name,
      @Nullable Integer planVersion,
      @Nullable Integer aimed,
      @Nullable Integer reached,
      List<BilingualText> missing,
      @Nullable String away,
      @Nullable Instant due,
      boolean overdue,
      @Nullable Line last,
      @Nullable String running) {}

  /** A system with all that is known of its recovery. */
  record Detail(
      Row summary,
      @Nullable ReachedLevel level,
      @Nullable PlanVersion plan,
      List<Version> versions,
      List<Line> exercises) {}

  /** A version in a list. */
  record Version(int version, String note, String by, Instant madeAt, int level, int steps) {}

  /** An exercise in a list. */
  record Line(
      String id,
      String kind,
      String state,
      @Nullable Boolean passed,
      Instant startedAt,
      @Nullable Instant endedAt,
      String by,
      int planVersion,
      @Nullable Duration rto,
      @Nullable Duration rpo) {
    static Line of(Exercise one) {
      return new Line(
          one.id(),
          one.kind(),
          one.state().name().toLowerCase(Locale.ROOT),
          one.passed(),
          one.startedAt(),
          one.endedAt(),
          one.by(),
          one.planVersion(),
          one.rto(),
          one.rpo());
    }
  }

  /**
   * An exercise with its clock.
   *
   * @param elapsed since the start, until the end
   * @param plannedMinutes of all steps
   * @param next position of the step that comes next; null where none does
   */
  record ExerciseView(
      ExerciseRecord record,
      Duration elapsed,
      int plannedMinutes,
      @Nullable Integer next,
      List<Plan.Step> rollback) {}

  /** What was found, or why nothing was. */
  private record Look(Instant at, @Nullable ReachedLevel level, @Nullable String away) {}

  /** Sources may be slow to answer: lists that are open must not ask them each time. */
  private Look look(String system) {
    Instant now = clock.instant();
    Look known = looks.get(system);
    if (known != null && now.isBefore(known.at().plus(FRESH))) {
      return known;
    }
    Look look;
    try {
      look = new Look(now, ReachedLevel.of(standing.facts(system), levels), null);
    } catch (IOException e) {
      look = new Look(now, null, String.valueOf(e.getMessage()));
    }
    looks.put(system, look);
    return look;
  }

  Row row(InventorySystem system) {
    return detail(system).summary();
  }

  Detail detail(InventorySystem system) {
    List<PlanVersion> versions = plans.all(system.id());
    List<Exercise> all = exercises.newest(system.id(), MOST_EXERCISES);
    Look look = look(system.id());
    ReachedLevel reached = look.level();
    Instant due = overdue.due(system.id()).orElse(null);
    Optional<PlanVersion> plan = versions.stream().findFirst();
    Row row =
        new Row(
            system.id(),
            system.name(),
            plan.map(PlanVersion::version).orElse(null),
            plan.map(one -> one.plan().level()).orElse(null),
            reached == null ? null : reached.level(),
            reached == null ? List.of() : reached.missing(),
            look.away(),
            due,
            due != null && clock.instant().isAfter(due),
            all.stream()
                .filter(one -> one.state() != Exercise.State.RUNNING)
                .findFirst()
                .map(Line::of)
                .orElse(null),
            all.stream()
                .filter(one -> one.state() == Exercise.State.RUNNING)
                .findFirst()
                .map(Exercise::id)
                .orElse(null));
    return new Detail(
        row,
        reached,
        plan.orElse(null),
        versions.stream()
            .map(
                one ->
                    new Version(
                        one.version(),
                        one.note(),
                        one.by(),
                        one.madeAt(),
                        one.plan().level(),
                        one.plan().steps().size()))
            .toList(),
        all.stream().map(Line::of).toList());
  }

  ExerciseView exercise(Exercise one, PlanVersion plan) {
    Instant end = one.endedAt() == null ? clock.instant() : one.endedAt();
    int begun = one.done().size();
    boolean more =
        one.state() == Exercise.State.RUNNING
            && one.running().isEmpty()
            && begun < plan.plan().steps().size();
    return new ExerciseView(
        ExerciseRecord.of(one, plan),
        Duration.between(one.startedAt(), end),
        plan.plan().plannedMinutes(),
        more ? begun + 1 : null,
        plan.plan().rollback());
  }

  /** The figures that levels are judged by. */
  RecoveryLevels figures() {
    return levels;
  }
}
