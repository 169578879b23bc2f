package io.zhidun.backup.run;

import io.zhidun.backup.executor.BinlogArchive;
import io.zhidun.backup.executor.Lsn;
import io.zhidun.backup.executor.MariaDbExecutor;
import io.zhidun.backup.executor.PostgresExecutor;
import io.zhidun.backup.executor.WalSegment;
import io.zhidun.backup.policy.Tier;
import io.zhidun.backup.repository.Facts;
import io.zhidun.backup.repository.Manifest;
import io.zhidun.backup.repository.Repository;
import io.zhidun.backup.storage.TargetException;
import io.zhidun.backup.storage.TargetException.Reason;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Deletes what the retention of a tier gives up, on one target; what may not be deleted stays. */
final class Pruning {
  /** What began so long ago and has no manifest belongs to no run that is still at work. */
  private static final Duration UNFINISHED = Duration.ofDays(7);

  private final Repository repository;
  private final SourceSpec source;
  private final Tier tier;
  private final ZoneId zone;
  private final boolean dryRun;
  private final List<String> deleted = new ArrayList<>();
  private final List<String> segments = new ArrayList<>();
  private final List<String> locked = new ArrayList<>();
  private final List<String> refused = new ArrayList<>();
  private final List<Manifest> left = new ArrayList<>();

  Pruning(Repository repository, SourceSpec source, Tier tier, ZoneId zone, boolean dryRun) {
    this.repository = repository;
    this.source = source;
    this.tier = tier;
    this.zone = zone;
    this.dryRun = dryRun;
  }

  /**
   * Deletes, or only looks; once.
   *
   * @param id of the record
   */
  PruneRecord run(String id, String target, String policyVersion, Instant now) throws IOException {
    backups(now);
    log(now);
    int unfinished =
        dryRun
            ? 0
            : repository.deleteUnfinished(source.system(), source.name(), now.minus(UNFINISHED));
    return new PruneRecord(
        PruneRecord.FORMAT,
        id,
        source.system(),
        source.name(),
        target,
        tier.name(),
        policyVersion,
        now,
        dryRun,
        deleted,
        segments,
        locked,
        refused,
        left.size(),
        unfinished);
  }

  private void backups(Instant now) throws IOException {
    List<Manifest> all = new ArrayList<>();
    for (String id : repository.list(source.system(), source.name())) {
      all.add(repository.manifest(source.system(), source.name(), id));
    }
    Set<Instant> kept =
        tier.retention().keep(all.stream().map(m -> m.heading().started()).toList(), zone, now);
    for (Manifest manifest : all) {
      if (kept.contains(manifest.heading().started())) {
        left.add(manifest);
      } else if (isLocked(manifest, now)) {
        locked.add(manifest.id());
        left.add(manifest);
      } else if (delete(manifest, now)) {
        deleted.add(manifest.id());
      } else {
        left.add(manifest);
      }
    }
  }

  private static boolean isLocked(Manifest manifest, Instant now) {
    Instant until = manifest.immutableUntil();
    return until != null && now.isBefore(until);
  }

  /** False where the target keeps what it has. */
  private boolean delete(Manifest manifest, Instant now) throws IOException {
    try {
      if (!dryRun) {
        repository.delete(manifest, now);
      }
      return true;
    } catch (TargetException e) {
      if (e.reason() != Reason.IMMUTABLE) {
        throw e;
      }
      refused.add(manifest.id());
      return false;
    }
  }

  /** Segments before the oldest base backup that is left bring nothing back. */
  private void log(Instant now) throws IOException {
    if (left.isEmpty()) {
      return;
    }
    Facts oldest = left.get(0).facts();
    String binlog = oldest.positions().get(MariaDbExecutor.BINLOG);
    if (source.kind() instanceof SourceKind.MariaDb && binlog != null) {
      binlog(binlog, now);
    }
    if (!(source.kind() instanceof SourceKind.Postgres)) {
      return;
    }
    long bytes = Long.parseLong(oldest.position(PostgresExecutor.SEGMENT));
    long timeline = Long.parseLong(oldest.position(PostgresExecutor.TIMELINE));
    Lsn start = Lsn.parse(oldest.position(PostgresExecutor.START));
    String first = WalSegment.containing(timeline, start, bytes).name();
    Map<String, List<String>> byName =
        repository.list(source.system(), source.name() + "-wal").stream()
            .collect(
                Collectors.groupingBy(
                    id -> id.substring(0, id.lastIndexOf('-')), TreeMap::new, Collectors.toList()));
    for (Map.Entry<String, List<String>> entry : byName.entrySet()) {
      if (!WalSegment.isName(entry.getKey()) || entry.getKey().compareTo(first) >= 0) {
        continue;
      }
      for (String id : entry.getValue()) {
        if (delete(repository.manifest(source.system(), source.name() + "-wal", id), now)) {
          segments.add(id);
        }
      }
    }
  }

  private void binlog(String oldest, Instant now) throws IOException {
    String log = source.name() + "-binlog";
    for (String id : repository.list(source.system(), log)) {
      if (BinlogArchive.isBefore(id, oldest)
          && delete(repository.manifest(source.system(), log, id), now)) {
        segments.add(id);
      }
    }
  }
}
