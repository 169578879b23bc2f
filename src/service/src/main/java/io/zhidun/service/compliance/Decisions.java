package io.zhidun.service.compliance;

import io.zhidun.rules.compliance.catalogue.Catalogue;
import io.zhidun.rules.compliance.catalogue.Requirement;
import io.zhidun.rules.compliance.record.Assessment;
import io.zhidun.rules.compliance.record.Cell;
import io.zhidun.rules.compliance.record.Evidence;
import io.zhidun.rules.compliance.record.EvidenceClass;
import io.zhidun.rules.compliance.record.Result;
import io.zhidun.service.asset.Inventory;
import io.zhidun.service.asset.InventoryAsset;
import io.zhidun.service.asset.InventorySystem;
import io.zhidun.service.asset.ProtectionTrail;
import io.zhidun.service.compliance.Attestation.Withdrawn;
import io.zhidun.service.compliance.Request.Kind;
import io.zhidun.service.compliance.Request.State;
import io.zhidun.service.store.Durability;
import io.zhidun.service.web.Problems;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * What people say of requirements. Each word is stored, told to the trail, and judged with at once.
 */
@Service
class Decisions {
  private static final String ATTESTATIONS = "compliance_attestation";
  private static final String OVERRULINGS = "compliance_overruling";

  private final DecisionRepository repository;
  private final EvidenceStore evidence;
  private final Inventory inventory;
  private final Catalogue catalogue;
  private final StateBook states;
  private final TransactionOperations transaction;
  private final Durability durability;
  private final ProtectionTrail trail;
  private final Clock clock;

  Decisions(
      DecisionRepository repository,
      EvidenceStore evidence,
      Inventory inventory,
      Catalogue catalogue,
      StateBook states,
      TransactionOperations transaction,
      Durability durability,
      ProtectionTrail trail,
      Clock clock) {
    this.repository = repository;
    this.evidence = evidence;
    this.inventory = inventory;
    this.catalogue = catalogue;
    this.states = states;
    this.transaction = transaction;
    this.durability = durability;
    this.trail = trail;
    this.clock = clock;
  }

  /** Microseconds are what is stored: what is hashed must come back the same. */
  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  /** The requirement of the system's level. */
  Requirement requirement(String system, String item) {
    InventorySystem one = inventory.requireSystem(system);
    return catalogue.of(one.level(), Set.copyOf(one.extensions())).stream()
        .filter(each -> each.id().equals(item))
        .findFirst()
        .orElseThrow(() -> Problems.notFound("system " + system + " has no requirement " + item));
  }

  /** Refuses an object that the system does not have. */
  void requireObject(String system, String object, boolean orAll) {
    boolean known =
        object.equals(system)
            || orAll && object.equals(Request.ALL)
            || inventory.assetsOf(system).stream().map(InventoryAsset::id).anyMatch(object::equals);
    if (!known) {
      throw Problems.invalid(
          "object", object, "must be an object of the system" + (orAll ? ", or *" : ""));
    }
  }

  Attestation attest(Attestation one, byte[] document) {
    Evidence made = DocumentEvidence.of(one);
    Attestation kept = withEvidence(one, made.id());
    Long id =
        transaction.execute(
            status -> {
              evidence.insert(made);
              long added = repository.add(kept, document);
              trail.add(
                  one.by(),
                  "compliance.attested",
                  one.system() + "/" + String.join(",", one.items()),
                  Map.of("attestation", added, "sm3", one.sm3(), "signer", one.signer()));
              return added;
            });
    settled(one.system());
    return requireAttestation(id);
  }

  private static Attestation withEvidence(Attestation one, String evidence) {
    return new Attestation(
        one.id(),
        one.system(),
        one.object(),
        one.items(),
        one.title(),
        one.signer(),
        one.signedOn(),
        one.expiresAt(),
        one.result(),
        one.fileName(),
        one.bytes(),
        one.sm3(),
        evidence,
        one.by(),
        one.at(),
        null);
  }

  Attestation requireAttestation(long id) {
    return repository
        .attestation(id)
        .orElseThrow(() -> Problems.notFound("there is no attestation " + id));
  }

  List<Attestation> attestations(String system) {
    return repository.attestations(system);
  }

  byte[] document(long id, String account) {
    Attestation one = requireAttestation(id);
    trail.add(account, "compliance.document-read", Long.toString(id), Map.of("sm3", one.sm3()));
    return repository
        .document(id)
        .orElseThrow(() -> Problems.notFound("attestation " + id + " has no document"));
  }

  Attestation withdrawAttestation(long id, String reason, String account) {
    Attestation one = requireAttestation(id);
    withdraw(ATTESTATIONS, id, reason, account, one.system(), "compliance.attestation-withdrawn");
    return requireAttestation(id);
  }

  private void withdraw(
      String table, long id, String reason, String account, String system, String act) {
    transaction.executeWithoutResult(
        status -> {
          if (!repository.withdraw(table, id, new Withdrawn(account, now(), reason))) {
            throw Conflicts.decided("it was withdrawn before");
          }
          trail.add(account, act, Long.toString(id), Map.of("reason", reason));
        });
    settled(system);
  }

  /**
   * @param expiresOn last day on which it holds
   */
  Overruling overrule(
      String system,
      String item,
      String object,
      Result result,
      String reason,
      LocalDate expiresOn,
      String account) {
    Requirement requirement = requirement(system, item);
    requireObject(system, object, false);
    List<String> seen = evidenceOf(system, item, object);
    boolean automatic = requirement.item().evidenceClass() == EvidenceClass.AUTOMATIC;
    if (automatic && result == Result.MET && seen.isEmpty()) {
      throw Problems.invalid(
          "result",
          result.wire(),
          "can be met only where there is evidence; attest with a document instead");
    }
    Overruling one =
        new Overruling(
            0, system, item, object, result, reason, seen, account, now(), expiresOn, null);
    long id =
        added(
            () -> repository.add(one),
            number ->
                trail.add(
                    account,
                    "compliance.overruled",
                    system + "/" + item + "/" + object,
                    Map.of("result", result.wire(), "reason", reason, "overruling", number)));
    settled(system);
    return requireOverruling(system, id);
  }

  private List<String> evidenceOf(String system, String item, String object) {
    return states.present(system).map(Assessment::cells).orElse(List.of()).stream()
        .filter(cell -> cell.item().equals(item) && cell.object().equals(object))
        .map(Cell::evidence)
        .findFirst()
        .orElse(List.of());
  }

  private Overruling requireOverruling(String system, long id) {
    return repository.overrulings(system).stream()
        .filter(one -> one.id() == id)
        .findFirst()
        .orElseThrow(() -> Problems.notFound("there is no overruling " + id));
  }

  List<Overruling> overrulings(String system) {
    return repository.overrulings(system);
  }

  Overruling withdrawOverruling(String system, long id, String reason, String account) {
    requireOverruling(system, id);
    withdraw(OVERRULINGS, id, reason, account, system, "compliance.overruling-withdrawn");
    return requireOverruling(system, id);
  }

  Request propose(Request one) {
    requirement(one.system(), one.item());
    requireObject(one.system(), one.object(), true);
    long id =
        added(
            () -> repository.add(one),
            number ->
                trail.add(
                    one.by(),
                    "compliance." + one.kind().label() + "-proposed",
                    one.system() + "/" + one.item() + "/" + one.object(),
                    Map.of("request", number, "reason", one.reason())));
    durability.settle();
    return request(one.kind(), id);
  }

  Request request(Kind kind, long id) {
    return repository
        .request(kind, id)
        .map(one -> one.on(Days.of(now())))
        .orElseThrow(() -> Problems.notFound("there is no " + kind.label() + " " + id));
  }

  /** Newest first; for null of all systems. */
  List<Request> requests(Kind kind, @Nullable String system) {
    LocalDate today = Days.of(now());
    return repository.requests(kind, system).stream().map(one -> one.on(today)).toList();
  }

  Request decide(Kind kind, long id, boolean approve, String note, String account) {
    Request one = request(kind, id);
    if (one.by().equals(account)) {
      throw Conflicts.samePerson("who proposed it cannot decide it");
    }
    if (one.owner().equals(account)) {
      throw Conflicts.samePerson("who answers for a waiver cannot approve it");
    }
    Request decided = one.with(approve ? State.APPROVED : State.REFUSED, account, now(), note);
    transaction.executeWithoutResult(
        status -> {
          if (!repository.move(id, State.PROPOSED, State.PROPOSED, decided)) {
            throw Conflicts.decided("it is " + one.state().label() + " already");
          }
          trail.add(
              account,
              "compliance." + kind.label() + (approve ? "-approved" : "-refused"),
              one.system() + "/" + one.item() + "/" + one.object(),
              Map.of("request", id, "note", note));
        });
    settled(one.system());
    return request(kind, id);
  }

  Request withdraw(Kind kind, long id, String reason, String account) {
    Request one = request(kind, id);
    Request withdrawn = one.with(State.WITHDRAWN, account, now(), reason);
    transaction.executeWithoutResult(
        status -> {
          if (!repository.move(id, State.PROPOSED, State.APPROVED, withdrawn)) {
            throw Conflicts.decided("it is " + one.state().label() + " already");
          }
          trail.add(
              account,
              "compliance." + kind.label() + "-withdrawn",
              one.system() + "/" + one.item() + "/" + one.object(),
              Map.of("request", id, "reason", reason));
        });
    settled(one.system());
    return request(kind, id);
  }

  List<PlanStep> steps(@Nullable String system) {
    return repository.steps(system);
  }

  PlanStep plan(PlanStep one) {
    requirement(one.system(), one.item());
    requireObject(one.system(), one.object(), true);
    long id =
        added(
            () -> repository.add(one),
            number ->
                trail.add(
                    one.by(),
                    "compliance.rectification-planned",
                    one.system() + "/" + one.item() + "/" + one.object(),
                    Map.of("step", number, "due", one.due().toString())));
    durability.settle();
    return requireStep(id);
  }

  PlanStep done(long id, String note, String account) {
    PlanStep one = requireStep(id);
    transaction.executeWithoutResult(
        status -> {
          if (!repository.done(id, account, now(), note)) {
            throw Conflicts.decided("step " + one.id() + " is " + one.state() + " already");
          }
          trail.add(account, "compliance.rectification-done", one.id(), Map.of("note", note));
        });
    durability.settle();
    return requireStep(id);
  }

  private PlanStep requireStep(long id) {
    return repository.step(id).orElseThrow(() -> Problems.notFound("there is no step R-" + id));
  }

  /** Adds a row and its line of the trail together; gives the row's number. */
  private long added(LongSupplier add, LongConsumer tell) {
    Long id =
        transaction.execute(
            status -> {
              long number = add.getAsLong();
              tell.accept(number);
              return number;
            });
    return Objects.requireNonNull(id);
  }

  private void settled(String system) {
    durability.settle();
    states.judge(system);
  }
}
