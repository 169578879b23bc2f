package io.zhidun.service.continuity;

import io.zhidun.events.BilingualText;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An exercise of a plan.
 *
 * @param kind {@link #SWITCH_OVER}, or {@link #REHEARSAL}: walked through at the table, which
 *     proves nothing
 * @param words summary, or why it was aborted
 * @param rto from the start until the service was back; null where it never was
 * @param rpo work that was lost, as measured by who did it
 * @param passed null while it runs
 * @param done steps that were begun, in the plan's order
 */
record Exercise(
    String id,
    String system,
    int planVersion,
    String kind,
    String scenario,
    State state,
    String by,
    Instant startedAt,
    @Nullable String endedBy,
    @Nullable Instant endedAt,
    @Nullable String words,
    @Nullable Duration rto,
    @Nullable Duration rpo,
    @Nullable Boolean passed,
    List<String> findings,
    List<Done> done) {
  static final String SWITCH_OVER = "switch-over";
  static final String REHEARSAL = "rehearsal";

  Exercise {
    findings = List.copyOf(findings);
    done = List.copyOf(done);
  }

  /** Where an exercise is. */
  enum State {
    RUNNING,
    DONE,
    ABORTED
  }

  /** How a step came out. */
  enum Outcome {
    RUNNING,
    DONE,
    FAILED,
    SKIPPED
  }

  /**
   * A step that was begun.
   *
   * @param position 1 for the plan's first
   * @param by who began it, and then who ended it
   * @param note what people said of it
   * @param seen what the platform saw; null where people did the step
   */
  record Done(
      int position,
      Outcome outcome,
      String by,
      Instant startedAt,
      @Nullable Instant endedAt,
      @Nullable String note,
      @Nullable BilingualText seen) {}

  Optional<Done> running() {
    return done.stream().filter(one -> one.outcome() == Outcome.RUNNING).findFirst();
  }

  /** Time from the start until the last step that brings the service back was done. */
  Optional<Duration> serviceBackAfter(Plan plan) {
    List<Done> back =
        done.stream()
            .filter(one -> plan.steps().get(one.position() - 1).service())
            .filter(one -> one.outcome() == Outcome.DONE)
            .toList();
    long wanted = plan.steps().stream().filter(Plan.Step::service).count();
    if (back.size() < wanted || back.isEmpty()) {
      return Optional.empty();
    }
    return Optional.ofNullable(back.get(back.size() - 1).endedAt())
        .map(end -> Duration.between(startedAt, end));
  }

  /** What is stored and signed in the end. */
  boolean isProof() {
    return kind.equals(SWITCH_OVER) && Boolean.TRUE.equals(passed);
  }
}
