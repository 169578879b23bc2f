package io.zhidun.service.compliance;

import io.zhidun.rules.compliance.assess.AssessmentJson;
import io.zhidun.rules.compliance.knowledge.Sm3;
import io.zhidun.rules.compliance.record.Assessment;
import io.zhidun.rules.compliance.record.Cell;
import io.zhidun.rules.compliance.record.Rectification;
import io.zhidun.rules.compliance.record.Result;
import io.zhidun.service.asset.Inventory;
import io.zhidun.service.asset.ProtectionTrail;
import io.zhidun.service.compliance.AssessmentRepository.Signature;
import io.zhidun.service.store.Durability;
import io.zhidun.service.web.Problems;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** Makes assessments, which nobody changes afterwards, and lets named persons sign them. */
@Service
class Assessments {
  static final String ASSESSOR = "assessor";
  static final String APPROVER = "approver";

  private final AssessmentRepository repository;
  private final AssessmentInputs inputs;
  private final Judging rules;
  private final DecisionRepository decisions;
  private final Inventory inventory;
  private final TransactionOperations transaction;
  private final Durability durability;
  private final ProtectionTrail trail;
  private final Clock clock;

  Assessments(
      AssessmentRepository repository,
      AssessmentInputs inputs,
      Judging rules,
      DecisionRepository decisions,
      Inventory inventory,
      TransactionOperations transaction,
      Durability durability,
      ProtectionTrail trail,
      Clock clock) {
    this.repository = repository;
    this.inputs = inputs;
    this.rules = rules;
    this.decisions = decisions;
    this.inventory = inventory;
    this.transaction = transaction;
    this.durability = durability;
    this.trail = trail;
    this.clock = clock;
  }

  AssessmentSummary make(String system, String note, String account) {
    inventory.requireSystem(system);
    AssessmentSummary made =
        Objects.requireNonNull(transaction.execute(status -> makeNow(system, note, account)));
    durability.settle();
    return made;
  }

  private AssessmentSummary makeNow(String system, String note, String account) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    String id = String.format(Locale.ROOT, "A-%d-%04d", Days.of(now).getYear(), repository.next());
    Assessment previous = repository.latest(system).orElse(null);
    Assessment made = rules.assess(inputs.of(id, system, previous, now));
    byte[] json = AssessmentJson.write(made);
    AssessmentSummary summary = AssessmentSummary.of(made, account, note, Sm3.hex(json));
    repository.add(summary, json);
    follow(made);
    trail.add(
        account,
        "compliance.assessment-made",
        made.id(),
        Map.of("system", system, "sm3", summary.sm3()));
    return summary;
  }

  /**
   * The plan follows the assessment: new steps, steps that it found mended, steps that fail again.
   */
  private void follow(Assessment made) {
    List<PlanStep> known = decisions.steps(made.system().id());
    for (Rectification step : made.rectifications()) {
      if (step.state().equals(PlanStep.OPEN)
          && known.stream().noneMatch(one -> one.item().equals(step.item()))) {
        decisions.add(
            new PlanStep(
                0,
                made.system().id(),
                step.item(),
                step.object(),
                step.measure(),
                step.owner(),
                step.due(),
                PlanStep.OPEN,
                made.id(),
                made.madeAt(),
                null,
                null,
                null,
                null,
                null));
      }
    }
    for (PlanStep step : known) {
      boolean met = isMet(made, step);
      if (met && !step.state().equals(PlanStep.VERIFIED)) {
        decisions.verified(step.number(), made.madeAt(), made.id());
      } else if (!met && step.state().equals(PlanStep.VERIFIED)) {
        decisions.reopened(step.number());
      }
    }
  }

  private static boolean isMet(Assessment made, PlanStep step) {
    List<Cell> cells =
        made.cells().stream()
            .filter(cell -> cell.item().equals(step.item()))
            .filter(
                cell -> step.object().equals(Request.ALL) || cell.object().equals(step.object()))
            .toList();
    return !cells.isEmpty()
        && cells.stream()
            .allMatch(
                cell -> cell.result() == Result.MET || cell.result() == Result.NOT_APPLICABLE);
  }

  List<AssessmentSummary> of(String system) {
    inventory.requireSystem(system);
    return repository.of(system);
  }

  AssessmentSummary summary(String id) {
    return repository
        .summary(id)
        .orElseThrow(() -> Problems.notFound("there is no assessment " + id));
  }

  Assessment require(String id) {
    return repository.find(id).orElseThrow(() -> Problems.notFound("there is no assessment " + id));
  }

  byte[] json(String id) {
    return repository.json(id).orElseThrow(() -> Problems.notFound("there is no assessment " + id));
  }

  /** Whether the stored bytes still have the hash that was taken when they were made. */
  boolean isIntact(AssessmentSummary summary) {
    return Sm3.hex(json(summary.id())).equals(summary.sm3());
  }

  /**
   * @param part {@link #ASSESSOR} or {@link #APPROVER}
   * @param name of the person, in full
   */
  AssessmentSummary sign(String id, String part, String name, String account) {
    AssessmentSummary one = summary(id);
    if (one.madeBy().equals(account)) {
      throw Conflicts.samePerson("who made the assessment does not sign it");
    }
    for (Signature there : one.signatures()) {
      if (there.part().equals(part)) {
        throw Conflicts.decided("the part " + part + " is signed by " + there.name());
      }
      if (there.account().equals(account)) {
        throw Conflicts.samePerson("the account " + account + " signed the part " + there.part());
      }
    }
    if (!isIntact(one)) {
      throw Conflicts.decided("the stored assessment no longer has its hash; nobody can sign it");
    }
    transaction.executeWithoutResult(
        status -> {
          repository.sign(id, new Signature(part, account, name, clock.instant()));
          trail.add(
              account,
              "compliance.assessment-signed",
              id,
              Map.of("part", part, "name", name, "sm3", one.sm3()));
        });
    durability.settle();
    return summary(id);
  }
}
