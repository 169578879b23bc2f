package io.zhidun.service.compliance;

import io.zhidun.rules.compliance.assess.AssessmentJson;
import io.zhidun.rules.compliance.record.Assessment;
import io.zhidun.rules.compliance.record.Cell;
import io.zhidun.rules.compliance.record.Result;
import io.zhidun.service.asset.ProtectionTrail;
import io.zhidun.service.compliance.StateRepository.Turn;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The present state of each system: judged anew when evidence or a person's word is new, and now
 * and then because evidence grows stale. Turns are kept and told to the audit trail.
 */
@Service
class StateBook {
  private static final Logger log = LoggerFactory.getLogger(StateBook.class);

  /** A state in which nothing turned is stored all the same after this time. */
  private static final Duration LONGEST_UNSAVED = Duration.ofMinutes(15);

  private static final int MOST_TOLD = 50;

  private final AssessmentInputs inputs;
  private final Judging rules;
  private final StateRepository repository;
  private final AssessmentRepository assessments;
  private final TransactionOperations transaction;
  private final ProtectionTrail trail;
  private final Clock clock;
  private final Lock judging = new ReentrantLock();
  private final Map<String, Assessment> present = new ConcurrentHashMap<>();
  private final Map<String, Instant> savedAt = new HashMap<>();

  StateBook(
      AssessmentInputs inputs,
      Judging rules,
      StateRepository repository,
      AssessmentRepository assessments,
      TransactionOperations transaction,
      ProtectionTrail trail,
      Clock clock) {
    this.inputs = inputs;
    this.rules = rules;
    this.repository = repository;
    this.assessments = assessments;
    this.transaction = transaction;
    this.trail = trail;
    this.clock = clock;
  }

  /** The state as last judged; empty where the system never was. */
  Optional<Assessment> present(String system) {
    Assessment known = present.get(system);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<Assessment> stored =
        repository.body(system).map(body -> AssessmentJson.read(Deflated.inflate(body)));
    stored.ifPresent(one -> present.putIfAbsent(system, one));
    return stored;
  }

  /** Judges a system now. */
  Assessment judge(String system) {
    judging.lock();
    try {
      Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
      Assessment before = present(system).orElse(null);
      Assessment round = assessments.latest(system).orElse(null);
      Assessment after = rules.assess(inputs.of("present-" + system, system, round, now));
      List<Turn> turns = before == null ? List.of() : turns(before, after, now);
      if (isWorthSaving(system, before, after, turns, now)) {
        transaction.executeWithoutResult(
            status -> {
              repository.add(system, now, turns);
              repository.save(system, now, Deflated.of(AssessmentJson.write(after)));
              tell(system, turns);
            });
        savedAt.put(system, now);
      }
      present.put(system, after);
      return after;
    } finally {
      judging.unlock();
    }
  }

  private boolean isWorthSaving(
      String system, @Nullable Assessment before, Assessment after, List<Turn> turns, Instant now) {
    Instant saved = savedAt.getOrDefault(system, Instant.MIN);
    return before == null
        || !turns.isEmpty()
        || before.findings().size() != after.findings().size()
        || before.cells().size() != after.cells().size()
        || now.isAfter(saved.plus(LONGEST_UNSAVED));
  }

  private static List<Turn> turns(Assessment before, Assessment after, Instant now) {
    Map<String, Result> was = new HashMap<>();
    before.cells().forEach(cell -> was.put(key(cell), cell.result()));
    List<Turn> turns = new ArrayList<>();
    for (Cell cell : after.cells()) {
      Result old = was.get(key(cell));
      if (old != null && old != cell.result()) {
        turns.add(StateRepository.turn(now, old, cell));
      }
    }
    return turns;
  }

  private static String key(Cell cell) {
    return cell.item() + "\n" + cell.object();
  }

  private void tell(String system, List<Turn> turns) {
    for (Turn one : turns.subList(0, Math.min(turns.size(), MOST_TOLD))) {
      trail.addOwn(
          "compliance.turned",
          system + "/" + one.item() + "/" + one.object(),
          Map.of("from", one.from().wire(), "to", one.to().wire(), "why", one.reason().en()));
    }
    if (turns.size() > MOST_TOLD) {
      trail.addOwn("compliance.turned", system, Map.of("more", turns.size() - MOST_TOLD));
    }
    if (!turns.isEmpty()) {
      log.info("{} results of {} turned", turns.size(), system);
    }
  }
}
