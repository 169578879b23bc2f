package io.zhidun.service.continuity;

import io.zhidun.events.Json;
import io.zhidun.rules.compliance.knowledge.Sm3;
import io.zhidun.service.asset.Inventory;
import io.zhidun.service.audit.AuditEntry;
import io.zhidun.service.audit.AuditTrail;
import io.zhidun.service.store.ColumnText;
import io.zhidun.service.store.Durability;
import io.zhidun.service.store.Micros;
import io.zhidun.service.web.Problems;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.ErrorResponseException;

/** Plans of systems and their versions. */
@Service
class Plans {
  private static final int MOST_NOTE = 2_000;
  private static final int MOST_DOCUMENT = 64 * 1024;

  private final PlanRepository repository;
  private final Inventory inventory;
  private final AuditTrail trail;
  private final TransactionOperations transaction;
  private final Durability durability;
  private final Clock clock;

  Plans(
      PlanRepository repository,
      Inventory inventory,
      AuditTrail trail,
      TransactionOperations transaction,
      Durability durability,
      Clock clock) {
    this.repository = repository;
    this.inventory = inventory;
    this.trail = trail;
    this.transaction = transaction;
    this.durability = durability;
    this.clock = clock;
  }

  Optional<PlanVersion> newest(String system) {
    return repository.newest(system);
  }

  List<PlanVersion> all(String system) {
    return repository.all(system);
  }

  PlanVersion require(String system, int version) {
    return repository
        .find(system, version)
        .orElseThrow(
            () -> Problems.notFound("system " + system + " has no plan of version " + version));
  }

  /** Adds a version. */
  PlanVersion add(String system, PlanForm form, String account) {
    inventory.requireSystem(system);
    Plan plan = form.plan();
    String note = form.note() == null ? "" : form.note().strip();
    if (note.length() > MOST_NOTE) {
      throw Problems.invalid("note", note, "must have at most " + MOST_NOTE + " characters");
    }
    String document = Json.mapper().writeValueAsString(plan);
    if (document.length() > MOST_DOCUMENT) {
      throw Problems.invalid(
          "steps", document.length() + "", "make a plan longer than " + MOST_DOCUMENT);
    }
    int based = form.basedOn() == null ? 0 : form.basedOn();
    PlanVersion added =
        new PlanVersion(
            system,
            based + 1,
            plan,
            Sm3.hex(document.getBytes(StandardCharsets.UTF_8)),
            ColumnText.fit(note, MOST_NOTE),
            account,
            Micros.instant(Micros.of(clock.instant())));
    try {
      transaction.executeWithoutResult(status -> write(added, document));
    } catch (DuplicateKeyException e) {
      throw changed(system);
    }
    durability.settle();
    return added;
  }

  private void write(PlanVersion added, String document) {
    int now = repository.newest(added.system()).map(PlanVersion::version).orElse(0);
    if (now != added.version() - 1) {
      throw changed(added.system());
    }
    repository.add(added, document);
    trail.record(
        AuditEntry.by(
            added.by(),
            "continuity.plan-added",
            "continuity",
            added.system() + "/" + added.version(),
            Map.of(
                "level", added.plan().level() + "",
                "steps", added.plan().steps().size() + "",
                "sm3", added.sm3())));
  }

  private ErrorResponseException changed(String system) {
    int now = repository.newest(system).map(PlanVersion::version).orElse(0);
    return Problems.of(
        HttpStatus.CONFLICT,
        "changed-meanwhile",
        "the plan of " + system + " is at version " + now + "; look at it again",
        Map.of("version", now));
  }
}
