package io.zhidun.service.alert;

import io.zhidun.service.alert.TrailEntry.Action;
import io.zhidun.service.audit.AuditEntry;
import io.zhidun.service.audit.AuditTrail;
import io.zhidun.service.store.Durability;
import io.zhidun.service.store.Micros;
import io.zhidun.service.web.Problems;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.ObjLongConsumer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.ErrorResponseException;

/** What people, and the clock, do with alerts. */
@Service
class AlertActions {
  private static final int SWEEP = 500;

  private final AlertCounter counter;
  private final EpisodeRepository episodes;
  private final TransactionOperations transaction;
  private final ApplicationEventPublisher events;
  private final AuditTrail audit;
  private final Durability durability;
  private final Clock clock;

  AlertActions(
      AlertCounter counter,
      EpisodeRepository episodes,
      TransactionOperations transaction,
      ApplicationEventPublisher events,
      AuditTrail audit,
      Durability durability,
      Clock clock) {
    this.counter = counter;
    this.episodes = episodes;
    this.transaction = transaction;
    this.events = events;
    this.audit = audit;
    this.durability = durability;
    this.clock = clock;
  }

  void acknowledge(long id, String actor, String note) {
    change(
        id,
        actor,
        "alert.acknowledge",
        (episode, now) -> {
          if (episode.state != AlertState.FIRING) {
            throw conflict(episode, "acknowledged");
          }
          episode.acknowledge(actor, note, now);
        });
  }

  void close(long id, String actor, String note) {
    change(
        id,
        actor,
        "alert.resolve",
        (episode, now) -> {
          if (episode.state == AlertState.CLOSED) {
            throw conflict(episode, "closed");
          }
          episode.close(actor, note, now);
        });
  }

  void note(long id, String actor, String note) {
    change(id, actor, "alert.note", (episode, now) -> episode.note(now, actor, Action.NOTED, note));
  }

  private void change(long id, String actor, String act, ObjLongConsumer<Episode> action) {
    transaction.executeWithoutResult(
        status -> {
          AlertCounter.Taken taken = counter.take();
          Episode episode =
              episodes.find(id).stream()
                  .findFirst()
                  .orElseThrow(() -> Problems.notFound("no alert has the id " + id));
          action.accept(episode, now());
          save(List.of(episode), taken);
          Map<String, String> detail = Map.of("number", AlertRow.number(id));
          audit.record(AuditEntry.by(actor, act, "alert", id, detail));
        });
    durability.settle();
  }

  private static ErrorResponseException conflict(Episode episode, String wanted) {
    String by = episode.closedBy != null ? episode.closedBy : episode.acknowledgedBy;
    return Problems.of(
        HttpStatus.CONFLICT,
        "alert-state",
        AlertRow.number(episode.id)
            + " cannot be "
            + wanted
            + ": it is "
            + episode.state.label()
            + (by == null ? "" : " by " + by));
  }

  /** Resolves what has been quiet for its rule's recovery time. */
  @Scheduled(fixedDelayString = "${zhidun.alert.sweep:1s}")
  void sweep() {
    while (resolveQuiet() == SWEEP) {
      // A burst that goes quiet at once is resolved in several transactions.
    }
  }

  private int resolveQuiet() {
    // Looks without the lock first: most sweeps find nothing.
    if (episodes.quiet(now(), 1).isEmpty()) {
      return 0;
    }
    Integer resolved =
        transaction.execute(
            status -> {
              AlertCounter.Taken taken = counter.take();
              long now = now();
              List<Episode> quiet = episodes.quiet(now, SWEEP);
              quiet.forEach(episode -> episode.resolve(now));
              save(quiet, taken);
              return quiet.size();
            });
    return resolved == null ? 0 : resolved;
  }

  private void save(List<Episode> changed, AlertCounter.Taken taken) {
    if (!changed.isEmpty()) {
      episodes.save(List.of(), changed, taken);
      counter.save(taken);
      events.publishEvent(new AlertsChanged(taken.revision()));
    }
  }

  private long now() {
    return Micros.of(clock.instant());
  }
}
