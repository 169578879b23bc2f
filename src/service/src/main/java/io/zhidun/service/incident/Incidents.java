package io.zhidun.service.incident;

import io.zhidun.service.audit.AuditEntry;
import io.zhidun.service.audit.AuditTrail;
import io.zhidun.service.incident.IncidentRepository.Entry;
import io.zhidun.service.store.ColumnText;
import io.zhidun.service.store.Durability;
import io.zhidun.service.store.Micros;
import io.zhidun.service.web.Problems;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.ErrorResponseException;

/** What people do with incidents. */
@Service
class Incidents {
  private static final int MOST_NOTE = 2_000;

  private final IncidentRepository repository;
  private final AuditTrail trail;
  private final TransactionOperations transaction;
  private final ApplicationEventPublisher events;
  private final Durability durability;
  private final Clock clock;

  Incidents(
      IncidentRepository repository,
      AuditTrail trail,
      TransactionOperations transaction,
      ApplicationEventPublisher events,
      Durability durability,
      Clock clock) {
    this.repository = repository;
    this.trail = trail;
    this.transaction = transaction;
    this.events = events;
    this.durability = durability;
    this.clock = clock;
  }

  Incident require(long id) {
    return repository.find(id).orElseThrow(() -> Problems.notFound("no incident has the id " + id));
  }

  void acknowledge(long id, String account, @Nullable String note) {
    String words = words(note, false);
    act(
        id,
        account,
        "acknowledge",
        words,
        (one, now) -> {
          if (one.state() != IncidentState.OPEN) {
            throw conflict(one, "acknowledged");
          }
          return one.acknowledged(account, now);
        });
  }

  void resolve(long id, String account, @Nullable String note) {
    String words = words(note, false);
    act(
        id,
        account,
        "resolve",
        words,
        (one, now) -> {
          if (one.state() == IncidentState.RESOLVED) {
            throw conflict(one, "resolved");
          }
          return one.resolved(account, now);
        });
  }

  void note(long id, String account, @Nullable String note) {
    act(id, account, "note", words(note, true), (one, now) -> one);
  }

  /** Makes an incident of what it was. */
  private interface Act {
    Incident of(Incident one, Instant now);
  }

  private void act(long id, String account, String action, String note, Act act) {
    transaction.executeWithoutResult(
        status -> {
          repository.lock();
          Incident before = require(id);
          Instant now = Micros.instant(Micros.of(clock.instant()));
          Incident after = act.of(before, now);
          if (!after.equals(before)) {
            repository.update(after);
          }
          repository.add(id, new Entry(now, account, action, note));
          events.publishEvent(
              new IncidentsChanged(List.of(new IncidentsChanged.Change(id, after.row()))));
          Map<String, String> detail = Map.of("number", after.number());
          trail.record(
              AuditEntry.by(account, "incident." + action, "incident", Long.toString(id), detail));
        });
    durability.settle();
  }

  private static String words(@Nullable String note, boolean wanted) {
    String words = note == null ? "" : note.strip();
    if (words.length() > MOST_NOTE || (wanted && words.isEmpty())) {
      throw Problems.invalid("note", words, "must have 1 to " + MOST_NOTE + " characters");
    }
    return ColumnText.fit(words, MOST_NOTE);
  }

  private static ErrorResponseException conflict(Incident one, String wanted) {
    String by = one.resolvedBy() == null ? one.acknowledgedBy() : one.resolvedBy();
    return Problems.of(
        HttpStatus.CONFLICT,
        "incident-state",
        one.number()
            + " cannot be "
            + wanted
            + ": it is "
            + one.state().label()
            + (by == null ? "" : " by " + by));
  }
}
