package io.zhidun.service.ruleset;

import io.zhidun.rules.cases.CaseResult;
import io.zhidun.rules.sigma.Fault;
import io.zhidun.rules.sigma.Rule;
import io.zhidun.service.ruleset.Proposal.State;
import io.zhidun.service.ruleset.RuleSetRepository.Activated;
import io.zhidun.service.ruleset.RuleTrail.Action;
import io.zhidun.service.store.Durability;
import io.zhidun.service.web.Problems;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.ErrorResponseException;

/**
 * What people do with proposals. An engineer writes and proposes; another account, an engineer or
 * an operator, consents or refuses. Approval makes the proposal's changes to the set that is
 * current then, and refuses as a whole what does not compile.
 */
@Service
class Proposals {
  private final ProposalRepository proposals;
  private final RuleSetRepository sets;
  private final RuleBook book;
  private final RuleTrail trail;
  private final TransactionOperations transaction;
  private final ApplicationEventPublisher events;
  private final Durability durability;
  private final Clock clock;

  Proposals(
      ProposalRepository proposals,
      RuleSetRepository sets,
      RuleBook book,
      RuleTrail trail,
      TransactionOperations transaction,
      ApplicationEventPublisher events,
      Durability durability,
      Clock clock) {
    this.proposals = proposals;
    this.sets = sets;
    this.book = book;
    this.trail = trail;
    this.transaction = transaction;
    this.events = events;
    this.durability = durability;
    this.clock = clock;
  }

  /** What a person writes of a proposal. */
  record Draft(String title, String note, List<Change> changes) {}

  Proposal find(long id) {
    return proposals.find(id).orElseThrow(() -> Problems.notFound("no proposal has the id " + id));
  }

  /** The set that is current now, and its number. */
  Current current() {
    long number = sets.counter().number();
    return new Current(number, sets.content(number));
  }

  record Current(long number, SiteRules rules) {}

  long create(Draft draft, String actor, Action action) {
    return durable(() -> insert(draft, actor, action, State.DRAFT, null));
  }

  private long insert(
      Draft draft, String actor, Action action, State state, @Nullable Long rollbackTo) {
    RuleSetRepository.Counter counter = sets.lock();
    long id = counter.proposal() + 1;
    sets.countProposal(id);
    Instant now = now();
    proposals.insert(
        new Proposal(
            id,
            1,
            state,
            draft.title(),
            draft.note(),
            actor,
            now,
            now,
            counter.number(),
            rollbackTo,
            null,
            null,
            null,
            null),
        draft.changes());
    trail.add(actor, action, id, rollbackTo, "");
    return id;
  }

  void edit(long id, Draft draft, String actor) {
    durable(
        () -> {
          sets.lock();
          own(find(id), actor, State.DRAFT, State.PROPOSED);
          proposals.edit(id, draft.title(), draft.note(), draft.changes(), now());
          trail.add(actor, Action.EDITED, id, null, "");
          return id;
        });
  }

  /** Lays a draft before a second person; what is wrong with it is told, all of it. */
  void propose(long id, String actor) {
    Proposal seen = find(id);
    own(seen, actor, State.DRAFT);
    Current current = current();
    List<Change> changes = proposals.changes(id);
    List<Fault> faults = book.faults(current.rules(), changes);
    if (!faults.isEmpty()) {
      throw RuleFaultProblem.of(faults, alsoDisable(current.rules(), changes));
    }
    refuse(caseFaults(book.cases(current.rules(), changes)));
    durable(
        () -> {
          sets.lock();
          Proposal proposal = find(id);
          own(proposal, actor, State.DRAFT);
          unchanged(proposal, seen.revision());
          proposals.propose(id, current.number(), now());
          trail.add(actor, Action.PROPOSED, id, null, "");
          return id;
        });
  }

  private List<String> alsoDisable(SiteRules base, List<Change> changes) {
    return book.needing(base, changes).values().stream()
        .flatMap(List::stream)
        .map(Rule::id)
        .distinct()
        .toList();
  }

  /** Goes back to what an earlier set held, once a second person consents as to any proposal. */
  long rollback(long number, String title, String note, String actor) {
    if (number != 0 && sets.find(number).isEmpty()) {
      throw Problems.notFound("no rule set has the number " + number);
    }
    return durable(
        () -> {
          long current = sets.lock().number();
          List<Change> changes = sets.content(current).changesTo(sets.content(number));
          if (changes.isEmpty()) {
            throw Problems.of(
                HttpStatus.CONFLICT,
                "nothing-to-change",
                "rule set " + number + " holds what the current one holds");
          }
          Draft draft = new Draft(title, note, changes);
          return insert(draft, actor, Action.ROLLBACK, State.PROPOSED, number);
        });
  }

  void withdraw(long id, String actor) {
    decide(id, State.WITHDRAWN, Action.WITHDRAWN, actor, "");
  }

  void reject(long id, int revision, String actor, String note) {
    unchanged(find(id), revision);
    decide(id, State.REJECTED, Action.REJECTED, actor, note);
  }

  private void decide(long id, State state, Action action, String actor, String note) {
    durable(
        () -> {
          sets.lock();
          Proposal proposal = find(id);
          if (state == State.WITHDRAWN) {
            own(proposal, actor, State.DRAFT, State.PROPOSED);
          } else {
            foreign(proposal, actor);
          }
          proposals.decide(id, state, actor, note, null, now());
          trail.add(actor, action, id, null, note);
          return id;
        });
  }

  /**
   * Consents, and makes the new set current.
   *
   * @param revision the revision that was looked at
   * @return the new set's number
   */
  long approve(long id, int revision, String actor, String note) {
    Proposal seen = find(id);
    foreign(seen, actor);
    unchanged(seen, revision);
    Current current = current();
    List<Change> changes = proposals.changes(id);
    fresh(seen, changes, current);
    SiteRules next = current.rules().with(changes);
    // Outside the transaction: compiling takes its time, and the counter's row is for all.
    refuse(book.load(next).faults());
    long number =
        durable(
            () -> {
              long now = sets.lock().number();
              Proposal proposal = find(id);
              foreign(proposal, actor);
              unchanged(proposal, revision);
              if (now != current.number()) {
                throw Problems.of(
                    HttpStatus.CONFLICT,
                    "proposal-stale",
                    "another rule set was activated at the same time; try again");
              }
              return activate(proposal, next, now + 1, actor, note);
            });
    events.publishEvent(new RuleSetActivated(number));
    return number;
  }

  private long activate(Proposal proposal, SiteRules next, long number, String actor, String note) {
    Instant now = now();
    sets.insert(new Activated(number, now, proposal.author(), actor, proposal.id()), next);
    proposals.decide(proposal.id(), State.APPROVED, actor, note, number, now);
    trail.add(actor, Action.APPROVED, proposal.id(), number, note);
    return number;
  }

  /** What the proposal changes must still be as its author saw it. */
  private void fresh(Proposal proposal, List<Change> changes, Current current) {
    if (proposal.base() == current.number()) {
      return;
    }
    SiteRules base = sets.content(proposal.base());
    List<String> moved =
        changes.stream()
            .map(Change::ruleId)
            .filter(rule -> !base.agreesOn(rule, current.rules()))
            .distinct()
            .toList();
    if (!moved.isEmpty()) {
      throw Problems.of(
          HttpStatus.CONFLICT,
          "proposal-stale",
          "changed since it was proposed: " + String.join(", ", moved),
          Map.of("rules", moved));
    }
  }

  private static void own(Proposal proposal, String actor, State... allowed) {
    if (!proposal.author().equals(actor)) {
      throw Problems.of(
          HttpStatus.FORBIDDEN,
          "not-the-author",
          "proposal " + proposal.id() + " is that of " + proposal.author());
    }
    if (!List.of(allowed).contains(proposal.state())) {
      throw conflict(proposal);
    }
  }

  private static void foreign(Proposal proposal, String actor) {
    if (proposal.author().equals(actor)) {
      throw Problems.of(
          HttpStatus.FORBIDDEN,
          "second-person",
          "who proposed it cannot decide it; another account must");
    }
    if (proposal.state() != State.PROPOSED) {
      throw conflict(proposal);
    }
  }

  private static ErrorResponseException conflict(Proposal proposal) {
    String by = proposal.decidedBy();
    return Problems.of(
        HttpStatus.CONFLICT,
        "proposal-state",
        "proposal "
            + proposal.id()
            + " is "
            + proposal.state().label()
            + (by == null ? "" : " by " + by));
  }

  private static void unchanged(Proposal proposal, int revision) {
    if (proposal.revision() != revision) {
      throw Problems.of(
          HttpStatus.CONFLICT,
          "proposal-changed",
          "proposal "
              + proposal.id()
              + " has revision "
              + proposal.revision()
              + " now, not "
              + revision);
    }
  }

  private static void refuse(List<Fault> faults) {
    if (!faults.isEmpty()) {
      throw RuleFaultProblem.of(faults);
    }
  }

  private static List<Fault> caseFaults(List<CaseResult> results) {
    return results.stream()
        .filter(result -> !result.passed())
        .map(
            result ->
                new Fault(
                    result.path(),
                    0,
                    "",
                    result.message().isEmpty()
                        ? "case \""
                            + result.name()
                            + "\" expects "
                            + result.expected()
                            + " detections, gave "
                            + result.actual()
                        : result.message(),
                    false))
        .toList();
  }

  private <T> T durable(Supplier<T> act) {
    T result = transaction.execute(status -> act.get());
    durability.settle();
    return result;
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
