package io.zhidun.service.alert;

import io.zhidun.service.alert.DetectionRepository.Stored;
import io.zhidun.service.store.Micros;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Enters drafts: each detection is stored once under its id and counted in one episode. Takes part
 * in the caller's transaction if there is one.
 */
@Service
public class AlertBook {
  private final AlertCounter counter;
  private final EpisodeRepository episodes;
  private final DetectionRepository detections;
  private final EpisodeRebuild rebuild;
  private final TransactionOperations transaction;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  AlertBook(
      AlertCounter counter,
      EpisodeRepository episodes,
      DetectionRepository detections,
      EpisodeRebuild rebuild,
      TransactionOperations transaction,
      ApplicationEventPublisher events,
      Clock clock) {
    this.counter = counter;
    this.episodes = episodes;
    this.detections = detections;
    this.rebuild = rebuild;
    this.transaction = transaction;
    this.events = events;
    this.clock = clock;
  }

  /** Enters drafts in their order; a withdrawal takes its detection back. */
  public Accepted accept(List<Draft> drafts) {
    return transaction.execute(status -> enter(drafts, Micros.of(clock.instant())));
  }

  /**
   * Resolves what is open of a fingerprint at once: for an alert whose reporter knows that it is
   * over and need not wait for the recovery time.
   */
  public void resolve(String fingerprint) {
    transaction.executeWithoutResult(
        status -> {
          AlertCounter.Taken taken = counter.take();
          long now = Micros.of(clock.instant());
          List<Episode> open = episodes.open(fingerprint);
          if (!open.isEmpty()) {
            open.forEach(episode -> episode.resolve(now));
            episodes.save(List.of(), open, taken);
            counter.save(taken);
            events.publishEvent(new AlertsChanged(taken.revision()));
          }
        });
  }

  private Accepted enter(List<Draft> drafts, long now) {
    AlertCounter.Taken taken = counter.take();
    long before = taken.revision();
    Accepted accepted = Accepted.none();
    Map<String, Draft> raised = new LinkedHashMap<>();
    for (Draft draft : drafts) {
      if (draft.detection().withdrawn()) {
        accepted = accepted.plus(raise(raised.values(), taken, now));
        raised.clear();
        accepted = accepted.plus(withdraw(draft, taken, now));
      } else if (raised.put(draft.id(), draft) != null) {
        accepted = accepted.plus(new Accepted(0, 0, 1, 0, List.of()));
      }
    }
    accepted = accepted.plus(raise(raised.values(), taken, now));
    counter.save(taken);
    if (taken.revision() != before) {
      events.publishEvent(new AlertsChanged(taken.revision()));
    }
    return accepted;
  }

  private Accepted raise(Collection<Draft> drafts, AlertCounter.Taken taken, long now) {
    if (drafts.isEmpty()) {
      return Accepted.none();
    }
    Map<String, Stored> stored = detections.find(drafts.stream().map(Draft::id).toList());
    List<Draft> added = new ArrayList<>();
    List<Draft> overwritten = new ArrayList<>();
    for (Draft draft : drafts) {
      Stored known = stored.get(draft.id());
      if (known == null) {
        added.add(draft);
      } else if (!known.digest().equals(draft.digest())) {
        overwritten.add(draft);
      }
    }
    add(added, taken, now);
    overwrite(overwritten, stored, taken, now);
    int duplicates = drafts.size() - added.size() - overwritten.size();
    List<Long> received = added.stream().map(d -> d.detection().receivedMicros()).toList();
    return new Accepted(added.size(), overwritten.size(), duplicates, 0, received);
  }

  private void add(List<Draft> drafts, AlertCounter.Taken taken, long now) {
    if (drafts.isEmpty()) {
      return;
    }
    Gathering gathering = new Gathering(reachable(drafts), taken::nextNumber, now);
    Map<Draft, Episode> placed = new LinkedHashMap<>();
    drafts.forEach(draft -> placed.put(draft, gathering.add(draft)));
    List<Episode> updated =
        gathering.changed().stream().filter(e -> !gathering.opened().contains(e)).toList();
    episodes.save(gathering.opened(), updated, taken);
    detections.insert(placed);
    for (Episode absorbed : gathering.absorbed()) {
      episodes.absorb(absorbed.id, absorbed.root().id);
      taken.removed();
    }
  }

  private List<Episode> reachable(List<Draft> drafts) {
    Set<String> fingerprints =
        drafts.stream().map(d -> d.content().fingerprint()).collect(Collectors.toSet());
    long from = drafts.stream().mapToLong(Draft::time).min().orElseThrow();
    long to = drafts.stream().mapToLong(Draft::time).max().orElseThrow();
    long recovery = drafts.stream().mapToLong(Draft::recovery).max().orElseThrow();
    return episodes.reachable(fingerprints, from, to, recovery);
  }

  private void overwrite(
      List<Draft> drafts, Map<String, Stored> stored, AlertCounter.Taken taken, long now) {
    drafts.forEach(detections::update);
    drafts.stream()
        .map(draft -> stored.get(draft.id()))
        .filter(known -> known != null)
        .map(Stored::alert)
        .distinct()
        .forEach(alert -> rebuild.rebuild(alert, taken, now));
  }

  private Accepted withdraw(Draft draft, AlertCounter.Taken taken, long now) {
    Stored known = detections.find(List.of(draft.id())).get(draft.id());
    if (known == null) {
      return new Accepted(0, 0, 1, 0, List.of());
    }
    detections.delete(known.id());
    rebuild.rebuild(known.alert(), taken, now);
    return new Accepted(0, 0, 0, 1, List.of());
  }
}
