package io.zhidun.service.continuity;

import io.zhidun.backup.health.SourceState;
import io.zhidun.service.compliance.evidence.BackupStates;
import io.zhidun.service.compliance.evidence.BackupStates.Nodes;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Gathers what is known of a system's recovery. */
@Component
class Standing {
  private final ObjectProvider<BackupStates> backups;
  private final Plans plans;
  private final ExerciseRepository exercises;
  private final Clock clock;

  Standing(
      ObjectProvider<BackupStates> backups,
      Plans plans,
      ExerciseRepository exercises,
      Clock clock) {
    this.backups = backups;
    this.plans = plans;
    this.exercises = exercises;
    this.clock = clock;
  }

  /**
   * What is known now.
   *
   * @throws IOException where the backups' targets, or a source, do not answer
   */
  RecoveryFacts facts(String system) throws IOException {
    Instant now = clock.instant();
    List<SourceState> sources = sources(system);
    List<SourceState> saved = sources.stream().filter(one -> one.lastBackup() != null).toList();
    List<Duration> lags =
        sources.stream().map(SourceState::replicationLag).filter(Objects::nonNull).toList();
    Plan plan = plans.newest(system).map(PlanVersion::plan).orElse(null);
    Optional<Exercise> last = exercises.lastSwitchOver(system).filter(Exercise::isProof);
    return new RecoveryFacts(
        sources.size(),
        sources.size() - saved.size(),
        saved.stream()
            .map(one -> Duration.between(until(one), now))
            .max(Duration::compareTo)
            .orElse(null),
        !sources.isEmpty() && allElsewhere(sources),
        lags.size() < sources.size() ? null : lags.stream().max(Duration::compareTo).orElse(null),
        nodes(sources),
        !sources.isEmpty()
            && sources.stream()
                .allMatch(one -> one.lastDrill() != null && one.drillFaults().isEmpty()),
        plan == null ? null : plan.declared(),
        last.map(Exercise::endedAt).map(end -> Duration.between(end, now)).orElse(null),
        plan == null ? null : plan.exerciseEvery(),
        last.map(Exercise::rto).orElse(null));
  }

  private static Instant until(SourceState one) {
    Instant until = one.recoverableUntil();
    return until == null ? Objects.requireNonNull(one.lastBackup()) : until;
  }

  private List<SourceState> sources(String system) throws IOException {
    BackupStates states = backups.getIfAvailable();
    return states == null
        ? List.of()
        : states.all().stream().filter(one -> one.system().equals(system)).toList();
  }

  private boolean allElsewhere(List<SourceState> sources) throws IOException {
    BackupStates states = backups.getObject();
    for (SourceState one : sources) {
      if (states.proofs(one).offsiteCopies() == 0) {
        return false;
      }
    }
    return true;
  }

  private @Nullable Integer nodes(List<SourceState> sources) throws IOException {
    List<Integer> seen = new ArrayList<>();
    for (SourceState one : sources) {
      backups.getObject().nodes(one).map(Nodes::healthy).ifPresent(seen::add);
    }
    return seen.stream().min(Integer::compare).orElse(null);
  }
}
