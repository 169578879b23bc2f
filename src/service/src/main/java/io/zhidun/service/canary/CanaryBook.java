package io.zhidun.service.canary;

import io.zhidun.events.CanaryEvent;
import io.zhidun.events.Detection;
import io.zhidun.events.EvidenceEvent;
import io.zhidun.service.alert.AlertBook;
import io.zhidun.service.alert.Draft;
import io.zhidun.service.canary.CanaryRun.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * What became of the canaries. Each step is one transaction, together with the alert it raises or
 * resolves, and may be repeated: whoever was killed begins again.
 */
@Service
class CanaryBook {
  /** An episode outlives two missed schedules, so that one silence is one alert. */
  private static final int SCHEDULES_PER_EPISODE = 3;

  /** More rules do not break at the same moment: then something broke that they share. */
  private static final int FEW = 5;

  private final CanaryRuns runs;
  private final AlertBook alerts;
  private final TransactionOperations transaction;
  private final CanaryProperties properties;

  CanaryBook(
      CanaryRuns runs,
      AlertBook alerts,
      TransactionOperations transaction,
      CanaryProperties properties) {
    this.runs = runs;
    this.alerts = alerts;
    this.transaction = transaction;
    this.properties = properties;
  }

  long nextEpoch(Instant now) {
    Long epoch = transaction.execute(status -> runs.nextEpoch(now));
    return epoch == null ? now.getEpochSecond() : epoch;
  }

  List<CanaryRun> all() {
    return runs.all();
  }

  Optional<CanaryRun> find(String ruleId) {
    return runs.find(ruleId);
  }

  /** Notes what will be sent, before it is: it may fire before the sending has returned. */
  void sending(
      String ruleId, String ruleName, String run, long epoch, long first, long last, Instant at) {
    transaction.executeWithoutResult(
        status -> {
          Optional<CanaryRun> before = runs.lock(ruleId);
          runs.save(
              new CanaryRun(
                  ruleId,
                  ruleName,
                  run,
                  epoch,
                  first,
                  last,
                  Stage.SENDING,
                  at,
                  before.map(CanaryRun::firedAt).orElse(null),
                  before.map(CanaryRun::latency).orElse(null),
                  before.map(CanaryRun::alarm).orElse(false)));
        });
  }

  /** All events of the run are in the topic: from now on the rule has no excuse. */
  void sent(String ruleId, String run) {
    transaction.executeWithoutResult(
        status ->
            runs.lock(ruleId)
                .filter(now -> now.id().equals(run) && now.stage() == Stage.SENDING)
                .ifPresent(now -> runs.save(at(now, Stage.WAITING, now.alarm()))));
  }

  private static CanaryRun at(CanaryRun run, Stage stage, boolean alarm) {
    return new CanaryRun(
        run.ruleId(),
        run.ruleName(),
        run.id(),
        run.epoch(),
        run.first(),
        run.last(),
        stage,
        run.sentAt(),
        run.firedAt(),
        run.latency(),
        alarm);
  }

  /**
   * Takes a detection made of canaries. One of an older run, or of a rule that the canary was not
   * meant for, says nothing.
   *
   * @param at when it was made
   * @return whether the rule's latest run has just fired
   */
  boolean fired(Detection detection, Instant at) {
    return Boolean.TRUE.equals(
        transaction.execute(
            status ->
                runs.lock(detection.rule().id())
                    .filter(run -> run.stage() != Stage.FIRED && isOf(run, detection))
                    .map(run -> fired(run, at))
                    .orElse(false)));
  }

  private boolean fired(CanaryRun run, Instant at) {
    Duration took = Duration.between(run.sentAt(), at);
    runs.save(
        new CanaryRun(
            run.ruleId(),
            run.ruleName(),
            run.id(),
            run.epoch(),
            run.first(),
            run.last(),
            Stage.FIRED,
            run.sentAt(),
            at,
            took.isNegative() ? Duration.ZERO : took,
            false));
    if (run.alarm()) {
      alerts.resolve(SilenceAlert.fingerprint(run));
    } else if (run.stage() == Stage.SILENT) {
      alerts.resolve(SilenceAlert.fingerprintOfMany());
    }
    return true;
  }

  private static boolean isOf(CanaryRun run, Detection detection) {
    List<EvidenceEvent> events = detection.events();
    if (events.isEmpty()) {
      return false;
    }
    String id = events.get(events.size() - 1).id();
    String prefix = CanaryEvent.SOURCE + ":" + run.epoch() + ":";
    if (!id.startsWith(prefix)) {
      return false;
    }
    try {
      long sequence = Long.parseLong(id, prefix.length(), id.length(), 10);
      return sequence >= run.first() && sequence <= run.last();
    } catch (NumberFormatException e) {
      return false;
    }
  }

  /**
   * Raises an alert for each run whose patience ended, or a single one where many end at once.
   *
   * @param seen everything that fired until then has been taken
   * @return how many runs are newly silent
   */
  int silent(Instant seen) {
    Integer found =
        transaction.execute(
            status -> {
              List<CanaryRun> overdue =
                  runs.lockWaitingSinceBefore(seen.minus(properties.patience()));
              boolean shared = overdue.size() > FEW;
              overdue.forEach(run -> runs.save(at(run, Stage.SILENT, run.alarm() || !shared)));
              if (shared) {
                alerts.accept(
                    List.of(SilenceAlert.ofMany(overdue, properties.patience(), recovery(), seen)));
              } else if (!overdue.isEmpty()) {
                alerts.accept(overdue.stream().map(this::alert).toList());
              }
              return overdue.size();
            });
    return found == null ? 0 : found;
  }

  private Draft alert(CanaryRun run) {
    return SilenceAlert.of(
        run, properties.patience(), recovery(), run.sentAt().plus(properties.patience()));
  }

  private Duration recovery() {
    return properties.interval().multipliedBy(SCHEDULES_PER_EPISODE);
  }

  /** Forgets rules that are in force no more; their silence is no alert any longer. */
  void retain(Set<String> ruleIds) {
    transaction.executeWithoutResult(
        status ->
            runs.all().stream()
                .filter(run -> !ruleIds.contains(run.ruleId()))
                .forEach(
                    run -> {
                      runs.delete(run.ruleId());
                      if (run.alarm()) {
                        alerts.resolve(SilenceAlert.fingerprint(run));
                      }
                    }));
  }
}
