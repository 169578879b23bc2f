package io.zhidun.service.backup;

import io.zhidun.backup.drill.DrillRecord;
import io.zhidun.backup.health.SourceState;
import io.zhidun.backup.repository.Repository;
import io.zhidun.backup.repository.RepositoryException;
import io.zhidun.backup.repository.VerifyReport;
import io.zhidun.backup.run.Backups;
import io.zhidun.backup.run.SourceHistory;
import io.zhidun.backup.run.SourceSpec;
import io.zhidun.backup.run.SourceStates;
import io.zhidun.backup.run.TargetSpec;
import io.zhidun.service.backup.SourceLook.Away;
import io.zhidun.service.backup.SourceLook.Seen;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Remembers what the targets say of each source, so that a console that is open does not read a far
 * store each second. A source whose targets do not answer keeps what was known of it.
 */
@Component
class Looks {
  private final Installation installation;
  private final BackupProperties properties;
  private final Clock clock;
  private final Map<String, SourceLook> known = new ConcurrentHashMap<>();

  /** By target and folder: a manifest never changes, and may have a hundred megabytes. */
  private final Map<String, BackupLine> lines = new ConcurrentHashMap<>();

  Looks(Installation installation, BackupProperties properties, Clock clock) {
    this.installation = installation;
    this.properties = properties;
    this.clock = clock;
  }

  /** What is known of all sources, in their order; never waits for a target. */
  List<SourceLook> known() {
    try {
      return installation.isConfigured()
          ? installation.readConfig().sources().stream().map(this::known).toList()
          : List.of();
    } catch (IOException | IllegalArgumentException e) {
      return List.of();
    }
  }

  /** What is known of one source. */
  SourceLook known(SourceSpec source) {
    SourceLook look = known.get(source.title());
    return look == null ? new SourceLook(source, Instant.EPOCH, null, null) : look;
  }

  /** All sources; those looked at too long ago are looked at now. */
  synchronized List<SourceLook> current() {
    for (SourceLook look : known()) {
      if (!clock.instant().isBefore(look.at().plus(properties.lookEvery()))) {
        refresh(look.source());
      }
    }
    return known();
  }

  /** Looks at a source now. */
  synchronized void refresh(SourceSpec source) {
    Instant now = clock.instant();
    SourceLook before = known(source);
    SourceLook look;
    try {
      look = new SourceLook(source, now, see(installation.open(), source), null);
    } catch (IOException | RuntimeException e) {
      look =
          new SourceLook(
              source,
              now,
              before.seen(),
              new Away(Installation.words(e), e instanceof RepositoryException));
    }
    known.put(source.title(), look);
  }

  private Seen see(Backups backups, SourceSpec source) throws IOException {
    SourceHistory history = new SourceHistory(backups, source);
    List<String> ids = backups.first(source).list(source.system(), source.name());
    String newestId = ids.isEmpty() ? null : ids.get(ids.size() - 1);
    BackupLine newest =
        newestId == null ? null : line(backups, source, source.targets().get(0), newestId);
    List<CopyLine> copies = new ArrayList<>();
    for (String target : source.targets()) {
      copies.add(copy(backups, source, history, target, newest));
    }
    List<DrillRecord> drills = history.drills(1);
    return new Seen(
        joined(new SourceStates(backups, clock).of(source), copies),
        ids.isEmpty() ? null : line(backups, source, source.targets().get(0), ids.get(0)),
        newest,
        List.copyOf(copies),
        drills.isEmpty() ? null : drills.get(0),
        history.drillCount());
  }

  private CopyLine copy(
      Backups backups,
      SourceSpec source,
      SourceHistory history,
      String target,
      @Nullable BackupLine newest)
      throws IOException {
    TargetSpec spec = Objects.requireNonNull(backups.config().targets().get(target), target);
    List<String> ids = backups.repository(target).list(source.system(), source.name());
    boolean held = newest != null && ids.contains(newest.id());
    VerifyReport verified = history.lastVerification(target);
    return new CopyLine(
        target,
        spec.medium(),
        spec.offsite(),
        spec.immutable(),
        held,
        held && newest != null ? newest.immutableUntil() : null,
        ids.isEmpty() ? null : line(backups, source, target, ids.get(ids.size() - 1)).started(),
        verified == null ? null : verified.at(),
        verified == null ? List.of() : verified.faults());
  }

  /** Damage on one target is damage, although another was read since and is whole. */
  private static SourceState joined(SourceState state, List<CopyLine> copies) {
    List<String> faults =
        copies.stream().flatMap(copy -> copy.verifyFaults().stream()).distinct().toList();
    return new SourceState(
        state.system(),
        state.source(),
        state.tier(),
        state.level(),
        state.lastBackup(),
        state.failure(),
        state.lastVerify(),
        faults,
        state.lastDrill(),
        state.drillFaults(),
        state.drillRto(),
        state.recoverableUntil(),
        state.missingLog(),
        state.replicationLag(),
        state.copies(),
        state.immutableCopies());
  }

  /** The newest backups of a source on its first target, newest first. */
  List<BackupLine> lines(Backups backups, SourceSpec source, int most) throws IOException {
    String target = source.targets().get(0);
    List<String> ids = backups.repository(target).list(source.system(), source.name());
    List<BackupLine> found = new ArrayList<>();
    for (int i = ids.size() - 1; i >= 0 && found.size() < most; i--) {
      found.add(line(backups, source, target, ids.get(i)));
    }
    return found;
  }

  private BackupLine line(Backups backups, SourceSpec source, String target, String id)
      throws IOException {
    String key = target + '/' + source.title() + '/' + id;
    Optional<BackupLine> before = Optional.ofNullable(lines.get(key));
    if (before.isPresent()) {
      return before.get();
    }
    Repository repository = backups.repository(target);
    BackupLine line = BackupLine.of(repository.manifest(source.system(), source.name(), id));
    lines.put(key, line);
    return line;
  }
}
