package io.zhidun.backup.run;

import io.zhidun.backup.drill.Drill;
import io.zhidun.backup.drill.DrillRecord;
import io.zhidun.backup.executor.Lsn;
import io.zhidun.backup.executor.MariaDbExecutor;
import io.zhidun.backup.executor.PostgresExecutor;
import io.zhidun.backup.executor.WalArchive;
import io.zhidun.backup.executor.WalGaps;
import io.zhidun.backup.executor.WalSegment;
import io.zhidun.backup.health.SourceState;
import io.zhidun.backup.repository.Facts;
import io.zhidun.backup.repository.Manifest;
import io.zhidun.backup.repository.Repository;
import io.zhidun.backup.repository.VerifyReport;
import io.zhidun.events.Json;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gathers from the targets what the judgement of health looks at. */
public final class SourceStates {
  private final Backups backups;
  private final Clock clock;

  public SourceStates(Backups backups, Clock clock) {
    this.backups = backups;
    this.clock = clock;
  }

  /** The states of all sources of the configuration. */
  public List<SourceState> all() throws IOException {
    List<SourceState> states = new ArrayList<>();
    for (SourceSpec source : backups.config().sources()) {
      states.add(of(source));
    }
    return states;
  }

  /** The state of one source: another whose targets do not answer keeps nobody from it. */
  public SourceState of(SourceSpec source) throws IOException {
    Manifest newest = newest(source);
    VerifyReport verify = lastVerify(source);
    DrillRecord drill =
        new Drill(backups.first(source), clock).last(source.system(), source.name());
    Instant until = recoverableUntil(source);
    List<String> holding = newest == null ? List.of() : holding(source, newest.id());
    return new SourceState(
        source.system(),
        source.name(),
        source.tier(),
        source.level(),
        newest == null ? null : newest.finished(),
        new Outcomes(backups.config().state(), source).failure().orElse(null),
        verify == null ? null : verify.at(),
        verify == null ? List.of() : verify.faults(),
        drill == null ? null : drill.finished(),
        drill == null ? List.of() : drill.faults(),
        drill == null ? null : drill.rto(),
        until,
        newest == null ? List.of() : missingLog(source, newest),
        lag(source, until),
        holding.size(),
        (int) holding.stream().filter(name -> spec(name).immutable()).count());
  }

  private TargetSpec spec(String target) {
    TargetSpec spec = backups.config().targets().get(target);
    if (spec == null) {
      throw new IllegalStateException("no target " + target);
    }
    return spec;
  }

  private @Nullable Manifest newest(SourceSpec source) throws IOException {
    List<String> ids = backups.first(source).list(source.system(), source.name());
    return ids.isEmpty()
        ? null
        : backups.first(source).manifest(source.system(), source.name(), ids.get(ids.size() - 1));
  }

  private List<String> holding(SourceSpec source, String id) throws IOException {
    List<String> holding = new ArrayList<>();
    for (String target : source.targets()) {
      if (backups.repository(target).list(source.system(), source.name()).contains(id)) {
        holding.add(target);
      }
    }
    return holding;
  }

  private @Nullable VerifyReport lastVerify(SourceSpec source) throws IOException {
    VerifyReport last = null;
    for (String target : source.targets()) {
      Repository repository = backups.repository(target);
      List<String> names = repository.listSigned(Backups.verifications(source));
      if (!names.isEmpty()) {
        byte[] json = repository.readSigned(names.get(names.size() - 1));
        VerifyReport report = Json.mapper().readValue(json, VerifyReport.class);
        last = last == null || report.at().isAfter(last.at()) ? report : last;
      }
    }
    return last;
  }

  /**
   * Up to when work can be brought back: when the newest segment of the log was stored, when all
   * that was written was stored, or when the newest backup was made.
   */
  @Nullable Instant recoverableUntil(SourceSpec source) throws IOException {
    Manifest newest = newest(source);
    if (newest == null) {
      return null;
    }
    Instant stored = storedUntil(source, newest);
    Instant quiet =
        source.kind().hasLog() ? new Quiet(backups.config().state(), source).last() : null;
    return quiet != null && quiet.isAfter(stored) ? quiet : stored;
  }

  private Instant storedUntil(SourceSpec source, Manifest newest) throws IOException {
    Instant backup = newest.heading().started();
    if (source.kind() instanceof SourceKind.MariaDb && source.kind().hasLog()) {
      Instant log = backups.binlog(source).newest();
      return log != null && log.isAfter(backup) ? log : backup;
    }
    if (!(source.kind() instanceof SourceKind.Postgres)) {
      return backup;
    }
    Map<String, String> names = backups.archive(source).names();
    String last = names.keySet().stream().reduce((a, b) -> b).orElse("");
    String id = names.get(last);
    if (id == null) {
      return newest.finished();
    }
    Instant log =
        backups
            .first(source)
            .manifest(source.system(), source.name() + "-wal", id)
            .heading()
            .started();
    return log.isAfter(backup) ? log : backup;
  }

  private List<String> missingLog(SourceSpec source, Manifest newest) throws IOException {
    Facts facts = newest.facts();
    String binlog = facts.positions().get(MariaDbExecutor.BINLOG);
    if (source.kind() instanceof SourceKind.MariaDb && source.kind().hasLog() && binlog != null) {
      return backups.binlog(source).missing(binlog).stream().map(n -> "file " + n).toList();
    }
    if (!(source.kind() instanceof SourceKind.Postgres)) {
      return List.of();
    }
    if (!facts.positions().containsKey(PostgresExecutor.SEGMENT)) {
      return List.of();
    }
    WalArchive archive = backups.archive(source);
    long bytes = Long.parseLong(facts.position(PostgresExecutor.SEGMENT));
    long timeline = Long.parseLong(facts.position(PostgresExecutor.TIMELINE));
    Lsn start = Lsn.parse(facts.position(PostgresExecutor.START));
    return WalGaps.find(WalSegment.containing(timeline, start, bytes), archive.segments());
  }

  /** The log goes to the first target; where that is elsewhere, it is the copy in real time. */
  private @Nullable Duration lag(SourceSpec source, @Nullable Instant until) {
    boolean streams = source.kind().hasLog() && spec(source.targets().get(0)).offsite();
    return streams && until != null ? Duration.between(until, clock.instant()) : null;
  }
}
