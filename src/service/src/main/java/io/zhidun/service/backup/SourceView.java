package io.zhidun.service.backup;

import io.zhidun.backup.drill.DrillRecord;
import io.zhidun.backup.policy.Tier;
import io.zhidun.backup.run.SourceSpec;
import io.zhidun.service.backup.SourceLook.Away;
import io.zhidun.service.backup.SourceLook.Seen;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A source as the interface shows it; see docs/backup-api.md. */
record SourceView(
    String system,
    String source,
    String kind,
    int level,
    String tier,
    String policyVersion,
    Duration rpo,
    @Nullable Duration rto,
    @Nullable Instant lookedAt,
    @Nullable Instant lastSuccess,
    @Nullable Instant lastVerify,
    List<String> verifyFaults,
    @Nullable DrillLine lastDrill,
    @Nullable Instant firstRecoverable,
    @Nullable Instant lastRecoverable,
    @Nullable Duration replicationLag,
    @Nullable String failure,
    @Nullable String away,
    @Nullable BackupLine backup,
    List<CopyLine> copies,
    @Nullable String job,
    List<Trouble> problems) {

  /** A drill in one line. */
  record DrillLine(
      String id,
      String backup,
      Instant finished,
      boolean passed,
      Duration rto,
      @Nullable Duration rpo,
      List<String> faults) {
    static DrillLine of(DrillRecord drill) {
      return new DrillLine(
          drill.id(),
          drill.backup(),
          drill.finished(),
          drill.passed(),
          drill.rto(),
          drill.rpo(),
          drill.faults());
    }
  }

  static SourceView of(
      SourceLook look,
      Tier tier,
      String policyVersion,
      @Nullable String job,
      List<Trouble> problems) {
    SourceSpec source = look.source();
    Seen seen = look.seen();
    Away away = look.away();
    boolean looked = !look.at().equals(Instant.EPOCH);
    return new SourceView(
        source.system(),
        source.name(),
        source.kind().label(),
        source.level(),
        tier.name(),
        policyVersion,
        tier.rpo(),
        tier.rto(),
        looked ? look.at() : null,
        seen == null ? null : seen.state().lastBackup(),
        seen == null ? null : seen.state().lastVerify(),
        seen == null ? List.of() : seen.state().verifyFaults(),
        seen == null || seen.drill() == null ? null : DrillLine.of(seen.drill()),
        seen == null || seen.oldest() == null ? null : seen.oldest().started(),
        seen == null ? null : seen.state().recoverableUntil(),
        seen == null ? null : seen.state().replicationLag(),
        seen == null ? null : seen.state().failure(),
        away == null ? null : away.words(),
        seen == null ? null : seen.newest(),
        seen == null ? List.of() : seen.copies(),
        job,
        problems);
  }
}
