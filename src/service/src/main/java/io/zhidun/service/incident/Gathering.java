package io.zhidun.service.incident;

import io.zhidun.cause.fact.Fact;
import io.zhidun.cause.rank.AffectedCapability.Degree;
import io.zhidun.cause.rank.CauseAnalysis;
import io.zhidun.cause.rank.CauseSetting;
import io.zhidun.cause.rank.Explanation;
import io.zhidun.cause.storm.Grouping;
import io.zhidun.cause.storm.Storm;
import io.zhidun.cause.storm.StormSetting;
import io.zhidun.cause.topology.Graph;
import io.zhidun.events.Severity;
import io.zhidun.service.alert.AlertFeed;
import io.zhidun.service.alert.AlertFeed.Change;
import io.zhidun.service.incident.IncidentRepository.Held;
import io.zhidun.service.incident.IncidentRepository.Position;
import io.zhidun.service.store.Micros;
import io.zhidun.service.topology.ServiceMap;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Follows alerts, makes facts of them and incidents of their storms. The position behind it is
 * committed with what came of it, so after a crash it goes on where it was; storms are made anew
 * from stored facts and do not depend on the order in which alerts came.
 */
@Service
class Gathering {
  private static final Logger log = LoggerFactory.getLogger(Gathering.class);
  private static final int BATCH = 500;
  private static final int WORTH = 3;

  private final AlertFeed alerts;
  private final ServiceMap map;
  private final IncidentRepository repository;
  private final TransactionOperations transaction;
  private final ApplicationEventPublisher events;
  private final Clock clock;
  private final CauseSetting setting = CauseSetting.shipped();

  Gathering(
      AlertFeed alerts,
      ServiceMap map,
      IncidentRepository repository,
      TransactionOperations transaction,
      ApplicationEventPublisher events,
      Clock clock) {
    this.alerts = alerts;
    this.map = map;
    this.repository = repository;
    this.transaction = transaction;
    this.events = events;
    this.clock = clock;
  }

  /** Takes what is new among alerts, if anything is. */
  @Scheduled(fixedDelayString = "${zhidun.incident.gather:1s}")
  void gather() {
    try {
      while (alerts.revision() > repository.revision()
          && Boolean.TRUE.equals(transaction.execute(status -> gatherBatch()))) {
        // A burst of alerts comes in several transactions.
      }
    } catch (RuntimeException e) {
      log.warn("cannot gather alerts to incidents: {}", e.toString());
    }
  }

  /** Takes a change that somebody told of; true where it is new. */
  boolean changed(Fact change) {
    return Boolean.TRUE.equals(
        transaction.execute(
            status -> {
              Position position = repository.lock();
              boolean added = repository.add(change);
              if (added) {
                explain(List.of(change), position);
              }
              return added;
            }));
  }

  private boolean gatherBatch() {
    Position position = repository.lock();
    List<Change> changes = alerts.after(position.revision(), BATCH);
    if (changes.isEmpty()) {
      return false;
    }
    AlertFacts facts = new AlertFacts(map.at(clock.instant()));
    List<Fact> added = new ArrayList<>();
    long revision = position.revision();
    for (Change change : changes) {
      revision = Math.max(revision, change.revision());
      Fact fact = facts.of(change.alert());
      if (repository.add(fact)) {
        added.add(fact);
      }
    }
    Position reached = new Position(revision, position.lastIncident());
    if (added.isEmpty()) {
      repository.save(reached);
    } else {
      explain(added, reached);
    }
    return true;
  }

  /** Groups all facts around the new ones and explains the storms that hold one of them. */
  private void explain(List<Fact> added, Position position) {
    StormSetting storm = setting.storm();
    Instant first = added.stream().map(Fact::at).min(Instant::compareTo).orElseThrow();
    Instant last = added.stream().map(Fact::at).max(Instant::compareTo).orElseThrow();
    Instant from = first.minus(storm.longest()).minus(storm.lookback());
    List<Held> held = repository.factsBetween(from, last.plus(storm.longest()), storm.facts());
    Map<String, Long> incidents = new HashMap<>();
    for (Held one : held) {
      Long incident = one.incident();
      if (incident != null) {
        incidents.put(one.fact().id(), incident);
      }
    }
    Set<String> fresh = new HashSet<>();
    added.forEach(fact -> fresh.add(fact.id()));
    Graph graph = map.at(last);
    List<IncidentsChanged.Change> told = new ArrayList<>();
    Position now = position;
    for (Storm one : new Grouping(storm).of(held.stream().map(Held::fact).toList(), graph)) {
      if (touches(one, fresh)) {
        now = settle(one, graph, incidents, now, told);
      }
    }
    repository.save(now);
    if (!told.isEmpty()) {
      events.publishEvent(new IncidentsChanged(told));
    }
  }

  private static boolean touches(Storm storm, Set<String> fresh) {
    return storm.facts().stream().anyMatch(fact -> fresh.contains(fact.id()))
        || storm.context().stream().anyMatch(fact -> fresh.contains(fact.id()));
  }

  /** Lays a storm under its incident, or opens one where it is worth that. */
  private Position settle(
      Storm storm,
      Graph graph,
      Map<String, Long> incidents,
      Position position,
      List<IncidentsChanged.Change> told) {
    Incident known = known(storm, incidents);
    Storm left = known == null ? without(storm, incidents) : storm;
    if (left == null) {
      return position;
    }
    Explanation explanation = new CauseAnalysis(setting).explain(left, graph);
    Instant now = Micros.instant(Micros.of(clock.instant()));
    Severity gravest = gravest(left);
    Position next = position;
    Incident one;
    if (known != null) {
      one = known.explained(explanation, gravest, now);
      repository.update(one);
    } else if (isWorth(left, explanation)) {
      next = new Position(position.revision(), position.lastIncident() + 1);
      one =
          new Incident(
              next.lastIncident(),
              IncidentState.OPEN,
              gravest,
              explanation,
              now,
              now,
              null,
              null,
              null);
      repository.insert(one);
    } else {
      return position;
    }
    repository.assign(left.facts().stream().map(Fact::id).toList(), one.id());
    told.add(new IncidentsChanged.Change(one.id(), one.row()));
    return next;
  }

  /** The oldest incident that holds facts of the storm and is not resolved, or null. */
  private @Nullable Incident known(Storm storm, Map<String, Long> incidents) {
    Set<Long> ids = new TreeSet<>();
    for (Fact fact : storm.facts()) {
      Long incident = incidents.get(fact.id());
      if (incident != null) {
        ids.add(incident);
      }
    }
    for (long id : ids) {
      Optional<Incident> found = repository.find(id);
      if (found.isPresent() && found.get().state() != IncidentState.RESOLVED) {
        return found.get();
      }
    }
    return null;
  }

  /** What of a storm lies under no resolved incident, or null where nothing does. */
  private static @Nullable Storm without(Storm storm, Map<String, Long> incidents) {
    List<Fact> left =
        storm.facts().stream().filter(fact -> !incidents.containsKey(fact.id())).toList();
    return left.isEmpty() ? null : new Storm(left, storm.context());
  }

  private static boolean isWorth(Storm storm, Explanation explanation) {
    boolean people =
        explanation.capabilities().stream().anyMatch(one -> one.degree() != Degree.AT_RISK);
    return people || storm.facts().size() >= WORTH;
  }

  private static Severity gravest(Storm storm) {
    int most = storm.facts().stream().mapToInt(Fact::severity).max().orElse(1);
    return Severity.values()[most];
  }
}
