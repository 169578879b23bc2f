package io.zhidun.service.continuity;

import io.zhidun.events.Json;
import io.zhidun.service.audit.AuditEntry;
import io.zhidun.service.audit.AuditTrail;
import io.zhidun.service.continuity.Checking.Seen;
import io.zhidun.service.continuity.Exercise.Done;
import io.zhidun.service.continuity.Exercise.Outcome;
import io.zhidun.service.continuity.Exercise.State;
import io.zhidun.service.store.ColumnText;
import io.zhidun.service.store.Durability;
import io.zhidun.service.store.Micros;
import io.zhidun.service.web.Problems;
import io.zhidun.trust.keys.KeyVault;
import io.zhidun.trust.seal.DetachedSignature;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.ErrorResponseException;

/**
 * Exercises, one of a system at a time. Each act is a row before it is answered, so that whoever
 * comes back after a crash goes on where they were, with the clock that never stopped.
 */
@Service
class Exercises {
  private static final int MOST_WORDS = 2_000;

  private final ExerciseRepository repository;
  private final Plans plans;
  private final Checking checking;
  private final Standing standing;
  private final RecoveryLevels levels;
  private final KeyVault keys;
  private final AuditTrail trail;
  private final TransactionOperations transaction;
  private final Durability durability;
  private final Clock clock;

  Exercises(
      ExerciseRepository repository,
      Plans plans,
      Checking checking,
      Standing standing,
      RecoveryLevels levels,
      KeyVault keys,
      AuditTrail trail,
      TransactionOperations transaction,
      Durability durability,
      Clock clock) {
    this.repository = repository;
    this.plans = plans;
    this.checking = checking;
    this.standing = standing;
    this.levels = levels;
    this.keys = keys;
    this.trail = trail;
    this.transaction = transaction;
    this.durability = durability;
    this.clock = clock;
  }

  Exercise require(String id) {
    return repository.find(id).orElseThrow(() -> Problems.notFound("there is no exercise " + id));
  }

  PlanVersion planOf(Exercise one) {
    return plans.require(one.system(), one.planVersion());
  }

  /**
   * Begins: the clock of the RTO runs from here.
   *
   * @throws org.springframework.web.ErrorResponseException no-plan, exercise-runs
   */
  Exercise start(String system, String kind, String scenario, String account) {
    PlanVersion plan =
        plans
            .newest(system)
            .orElseThrow(() -> conflict("no-plan", "system " + system + " has no plan"));
    Exercise begun =
        new Exercise(
            UUID.randomUUID().toString(),
            system,
            plan.version(),
            kind,
            ColumnText.fit(scenario, MOST_WORDS),
            State.RUNNING,
            account,
            now(),
            null,
            null,
            null,
            null,
            null,
            null,
            List.of(),
            List.of());
    try {
      transaction.executeWithoutResult(
          status -> {
            repository.add(begun);
            tell(begun, account, "continuity.exercise-started", Map.of("kind", kind));
          });
    } catch (DuplicateKeyException e) {
      throw conflict("exercise-runs", "another exercise of system " + system + " runs");
    }
    durability.settle();
    return require(begun.id());
  }

  /**
   * Begins a step; they are done in the plan's order.
   *
   * @throws org.springframework.web.ErrorResponseException exercise-state
   */
  Exercise begin(String id, int position, String account) {
    return change(
        id,
        exercise -> {
          Plan plan = planOf(exercise).plan();
          step(plan, position);
          exercise
              .running()
              .ifPresent(
                  step -> {
                    throw state("step " + step.position() + " runs; end it first");
                  });
          if (position != exercise.done().size() + 1) {
            throw state("steps are done in order: next is step " + (exercise.done().size() + 1));
          }
          repository.begin(
              id, new Done(position, Outcome.RUNNING, account, now(), null, null, null));
          tell(exercise, account, "continuity.step-started", Map.of("step", position + ""));
        });
  }

  /**
   * Ends the step that runs. Of a check the platform says how it came out, whatever was sent.
   *
   * @param outcome done, failed or skipped
   */
  Exercise end(String id, int position, Outcome outcome, String note, String account) {
    Exercise before = require(id);
    Plan plan = planOf(before).plan();
    Plan.Step step = step(plan, position);
    // Looked at outside the transaction: a target may take its time.
    Seen seen =
        step.check() == Check.NONE || outcome == Outcome.SKIPPED
            ? null
            : checking.look(step.check(), before.system(), plan);
    return change(
        id,
        exercise -> {
          Done running =
              exercise
                  .running()
                  .filter(one -> one.position() == position)
                  .orElseThrow(() -> state("step " + position + " does not run"));
          Outcome came = seen == null ? outcome : seen.good() ? Outcome.DONE : Outcome.FAILED;
          repository.end(
              id,
              new Done(
                  position,
                  came,
                  account,
                  running.startedAt(),
                  now(),
                  ColumnText.fit(note, MOST_WORDS),
                  seen == null ? null : seen.words()));
          tell(
              exercise,
              account,
              "continuity.step-ended",
              Map.of("step", position + "", "outcome", label(came)));
        });
  }

  /** Ends an exercise before its last step; it then proves nothing. */
  Exercise abort(String id, String reason, String account) {
    return finish(id, State.ABORTED, reason, null, List.of(), account);
  }

  /**
   * Ends an exercise after its last step, measures it and signs the record.
   *
   * @param rpo work that was lost, as found by comparing; null where it was not measured
   */
  Exercise complete(
      String id, String summary, @Nullable Duration rpo, List<String> findings, String account) {
    return finish(id, State.DONE, summary, rpo, findings, account);
  }

  private Exercise finish(
      String id,
      State state,
      String words,
      @Nullable Duration rpo,
      List<String> findings,
      String account) {
    // Looked at outside the transaction: a target may take its time.
    Facts facts = facts(require(id).system());
    return change(
        id,
        exercise -> {
          PlanVersion plan = planOf(exercise);
          Instant now = now();
          if (state == State.DONE
              && (exercise.running().isPresent()
                  || exercise.done().size() < plan.plan().steps().size())) {
            throw state("every step must be ended first; abort the exercise otherwise");
          }
          Duration rto = exercise.serviceBackAfter(plan.plan()).orElse(null);
          boolean passed =
              state == State.DONE
                  && Judging.faults(exercise.done(), plan.plan(), rto, rpo).isEmpty();
          Exercise ended =
              new Exercise(
                  exercise.id(),
                  exercise.system(),
                  exercise.planVersion(),
                  exercise.kind(),
                  exercise.scenario(),
                  state,
                  exercise.by(),
                  exercise.startedAt(),
                  account,
                  now,
                  ColumnText.fit(words, MOST_WORDS),
                  rto,
                  rpo,
                  passed,
                  findings,
                  exercise.done());
          sign(ended, plan, facts, now);
          tell(
              ended,
              account,
              state == State.DONE ? "continuity.exercise-completed" : "continuity.exercise-aborted",
              Map.of("passed", passed + "", "rto", rto + "", "rpo", rpo + ""));
        });
  }

  /** What was seen at the end, or why nothing was. */
  private record Facts(@Nullable RecoveryFacts seen, @Nullable String away) {}

  private Facts facts(String system) {
    try {
      return new Facts(standing.facts(system), null);
    } catch (IOException e) {
      return new Facts(null, String.valueOf(e.getMessage()));
    }
  }

  private void sign(Exercise ended, PlanVersion plan, Facts facts, Instant now) {
    ReachedLevel reached =
        facts.seen() == null ? null : ReachedLevel.of(facts.seen().after(ended), levels);
    byte[] record =
        Json.mapper().writeValueAsBytes(ExerciseRecord.of(ended, plan, reached, facts.away()));
    DetachedSignature signature = DetachedSignature.of(record, now, keys.signer());
    repository.end(
        ended,
        new String(record, StandardCharsets.UTF_8),
        new String(signature.json(), StandardCharsets.UTF_8));
  }

  private interface Act {
    void on(Exercise exercise);
  }

  /** Does one act on a running exercise; two people at once come one after the other. */
  private Exercise change(String id, Act act) {
    require(id);
    transaction.executeWithoutResult(
        status -> {
          if (repository.lock(id).isEmpty()) {
            throw state("the exercise has ended");
          }
          act.on(require(id));
        });
    durability.settle();
    return require(id);
  }

  private static Plan.Step step(Plan plan, int position) {
    if (position < 1 || position > plan.steps().size()) {
      throw Problems.notFound("the plan has steps 1 to " + plan.steps().size());
    }
    return plan.steps().get(position - 1);
  }

  private void tell(Exercise one, String account, String act, Map<String, String> details) {
    Map<String, String> all = new TreeMap<>(details);
    all.put("system", one.system());
    trail.record(AuditEntry.by(account, act, "continuity", one.id(), all));
  }

  private Instant now() {
    return Micros.instant(Micros.of(clock.instant()));
  }

  private static String label(Outcome outcome) {
    return outcome.name().toLowerCase(Locale.ROOT);
  }

  private static ErrorResponseException state(String detail) {
    return conflict("exercise-state", detail);
  }

  private static ErrorResponseException conflict(String name, String detail) {
    return Problems.of(HttpStatus.CONFLICT, name, detail);
  }
}
