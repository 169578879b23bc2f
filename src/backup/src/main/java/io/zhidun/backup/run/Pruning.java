package io.zhidun.backup.run;

import io.zhidun.backup.executor.Lsn;
import io.zhidun.backup.executor.PostgresExecutor;
import io.zhidun.backup.executor.WalSegment;
import io.zhidun.backup.policy.Tier;
import io.zhidun.backup.repository.Facts;
import io.zhidun.backup.repository.Manifest;
import io.zhidun.backup.repository.Repository;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Deletes what the retention of a tier gives up, on one target; what may not be deleted stays. */
final class Pruning {
  /** What began so long ago and has no manifest belongs to no run that is still at work. */
  private static final Duration UNFINISHED = Duration.ofDays(7);

  private final Repository repository;
  private final SourceSpec source;
  private final Tier tier;
  private final ZoneId zone;

  Pruning(Repository repository, SourceSpec source, Tier tier, ZoneId zone) {
    this.repository = repository;
    this.source = source;
    this.tier = tier;
    this.zone = zone;
  }

  /** The ids of the backups and segments that were deleted. */
  List<String> run(Instant now) throws IOException {
    List<Manifest> all = new ArrayList<>();
    for (String id : repository.list(source.system(), source.name())) {
      all.add(repository.manifest(source.system(), source.name(), id));
    }
    Set<Instant> kept =
        tier.retention().keep(all.stream().map(m -> m.heading().started()).toList(), zone, now);
    List<String> deleted = new ArrayList<>();
    List<Manifest> left = new ArrayList<>();
    for (Manifest manifest : all) {
      if (kept.contains(manifest.heading().started()) || isLocked(manifest, now)) {
        left.add(manifest);
      } else {
        repository.delete(manifest, now);
        deleted.add(manifest.id());
      }
    }
    log(left, now, deleted);
    repository.deleteUnfinished(source.system(), source.name(), now.minus(UNFINISHED));
    return deleted;
  }

  private static boolean isLocked(Manifest manifest, Instant now) {
    Instant until = manifest.immutableUntil();
    return until != null && now.isBefore(until);
  }

  /** Segments before the oldest base backup that is left bring nothing back. */
  private void log(List<Manifest> left, Instant now, List<String> deleted) throws IOException {
    if (!(source.kind() instanceof SourceKind.Postgres) || left.isEmpty()) {
      return;
    }
    Facts oldest = left.get(0).facts();
    long bytes = Long.parseLong(oldest.position(PostgresExecutor.SEGMENT));
    long timeline = Long.parseLong(oldest.position(PostgresExecutor.TIMELINE));
    Lsn start = Lsn.parse(oldest.position(PostgresExecutor.START));
    String first = WalSegment.containing(timeline, start, bytes).name();
    Map<String, List<String>> byName =
        repository.list(source.system(), source.name() + "-wal").stream()
            .collect(Collectors.groupingBy(id -> id.substring(0, id.lastIndexOf('-'))));
    for (Map.Entry<String, List<String>> entry : byName.entrySet()) {
      if (!WalSegment.isName(entry.getKey()) || entry.getKey().compareTo(first) >= 0) {
        continue;
      }
      for (String id : entry.getValue()) {
        repository.delete(repository.manifest(source.system(), source.name() + "-wal", id), now);
        deleted.add(id);
      }
    }
  }
}
