package io.zhidun.service.filingcase;

import io.zhidun.service.access.Directory;
import io.zhidun.service.access.Role;
import io.zhidun.service.audit.AuditEntry;
import io.zhidun.service.audit.AuditTrail;
import io.zhidun.service.filingcase.CaseTrail.Act;
import io.zhidun.service.filingcase.IndicationRepository.Indicated;
import io.zhidun.service.store.Durability;
import io.zhidun.service.store.Micros;
import io.zhidun.service.web.Problems;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.ErrorResponseException;

/** What reviewers, and the clock, do with cases. */
@Service
class CaseActions {
  private static final int SWEEP = 100;

  private final CaseCounter counter;
  private final CaseRepository cases;
  private final IndicationRepository indications;
  private final OutcomeRepository outcomes;
  private final CaseNews news;
  private final Directory directory;
  private final TransactionOperations transaction;
  private final AuditTrail audit;
  private final Durability durability;
  private final Clock clock;

  CaseActions(
      CaseCounter counter,
      CaseRepository cases,
      IndicationRepository indications,
      OutcomeRepository outcomes,
      CaseNews news,
      Directory directory,
      TransactionOperations transaction,
      AuditTrail audit,
      Durability durability,
      Clock clock) {
    this.counter = counter;
    this.cases = cases;
    this.indications = indications;
    this.outcomes = outcomes;
    this.news = news;
    this.directory = directory;
    this.transaction = transaction;
    this.audit = audit;
    this.durability = durability;
    this.clock = clock;
  }

  /** Moves one case; a move that is not allowed is a problem. */
  void move(long id, String actor, CaseMove move) {
    transaction.executeWithoutResult(
        status -> {
          counter.lock();
          FilingCase one = existing(id);
          move(one, actor, move);
          save(one);
        });
    durability.settle();
  }

  /** Moves each case that may be moved, and says of the others why not. */
  Moved moveAll(List<Long> ids, String actor, CaseMove move) {
    Moved moved =
        transaction.execute(
            status -> {
              counter.lock();
              Moved result = new Moved(new ArrayList<>(), new ArrayList<>());
              for (long id : ids) {
                try {
                  FilingCase one = existing(id);
                  move(one, actor, move);
                  save(one);
                  result.moved.add(id);
                } catch (ErrorResponseException e) {
                  String why = e.getBody().getDetail();
                  result.refused.add(new Refused(id, why == null ? "" : why));
                }
              }
              return result;
            });
    durability.settle();
    return moved;
  }

  /**
   * @param moved ids of cases that were moved
   */
  record Moved(List<Long> moved, List<Refused> refused) {}

  record Refused(long id, String reason) {}

  private void move(FilingCase one, String actor, CaseMove move) {
    if (!one.state.allowed().contains(move.to())) {
      throw Problems.of(
          HttpStatus.CONFLICT,
          "filing-case-state",
          one.number
              + " cannot become "
              + move.to().label()
              + ": it is "
              + one.state.label()
              + ", which allows "
              + one.state.allowed().stream().map(CaseState::label).toList());
    }
    CaseState from = one.state;
    long now = now();
    String details = CaseTrail.NO_DETAILS;
    if (move.to() == CaseState.NOTIFIED) {
      Instant due = clock.instant().plus(Duration.ofDays(move.replyDays()));
      one.dueAt = Micros.of(due);
      details = CaseDetails.term(move.replyDays(), Micros.instant(one.dueAt).toString());
    } else if (move.to().closed()) {
      Map<String, Boolean> decided = move.outcomesFor(one);
      outcomes.add(one.id, decided, signals(one), actor, now);
      details = CaseDetails.outcomes(decided);
    }
    one.move(move.to(), actor, Act.MOVED, move.note(), details, now);
    audited(
        actor,
        "filing-case.move",
        one,
        Map.of("number", one.number, "from", from.label(), "to", move.to().label()));
  }

  private Map<String, List<String>> signals(FilingCase one) {
    Map<String, List<String>> byKind = new LinkedHashMap<>();
    for (Indicated indicated : indications.ofCase(one.id)) {
      byKind.put(indicated.kind(), indicated.signals());
    }
    return byKind;
  }

  void note(long id, String actor, String note) {
    change(
        id,
        one -> {
          one.say(actor, Act.NOTED, note, CaseTrail.NO_DETAILS, now());
          audited(actor, "filing-case.note", one, Map.of("number", one.number));
        });
  }

  /** Gives the case to a reviewer, or to nobody. */
  void assign(long id, String actor, @Nullable String username) {
    if (username != null
        && directory.find(username).filter(who -> who.role() == Role.REVIEWER).isEmpty()) {
      throw Problems.invalid("username", username, "must be a reviewer's account");
    }
    change(
        id,
        one -> {
          one.assignee = username;
          one.say(actor, Act.ASSIGNED, "", CaseDetails.assigned(username), now());
          String assignee = username == null ? "" : username;
          audited(
              actor, "filing-case.assign", one, Map.of("number", one.number, "assignee", assignee));
        });
  }

  private void audited(String actor, String act, FilingCase one, Map<String, String> detail) {
    audit.record(AuditEntry.by(actor, act, "filing-case", one.id, detail));
  }

  private void change(long id, Consumer<FilingCase> action) {
    transaction.executeWithoutResult(
        status -> {
          counter.lock();
          FilingCase one = existing(id);
          action.accept(one);
          save(one);
        });
    durability.settle();
  }

  /** Who has not replied within the term is deemed to have withdrawn (Order 77, Art. 6). */
  @Scheduled(fixedDelayString = "${zhidun.filing-cases.sweep:30s}")
  void sweep() {
    while (deemWithdrawn() == SWEEP) {
      // Many terms that end at once are handled in several transactions.
    }
  }

  private int deemWithdrawn() {
    // Looks without the lock first: most sweeps find nothing.
    if (cases.overdue(now(), 1).isEmpty()) {
      return 0;
    }
    Integer swept =
        transaction.execute(
            status -> {
              counter.lock();
              List<FilingCase> overdue = cases.overdue(now(), SWEEP);
              overdue.forEach(
                  one ->
                      one.move(
                          CaseState.WITHDRAWN,
                          FilingCase.SYSTEM,
                          Act.DEEMED_WITHDRAWN,
                          "",
                          CaseTrail.NO_DETAILS,
                          now()));
              cases.save(List.of(), overdue);
              news.changed(overdue);
              return overdue.size();
            });
    return swept == null ? 0 : swept;
  }

  private FilingCase existing(long id) {
    return cases.find(id).orElseThrow(() -> Problems.notFound("no filing case has the id " + id));
  }

  private void save(FilingCase one) {
    cases.save(List.of(), List.of(one));
    news.changed(List.of(one));
  }

  private long now() {
    return Micros.of(clock.instant());
  }
}
