package io.zhidun.backup.health;

import io.zhidun.backup.health.Problem.Code;
import io.zhidun.backup.health.Problem.Severity;
import io.zhidun.backup.policy.Policies;
import io.zhidun.backup.policy.Tier;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Judges sources against their tiers. An age is told as such: a backup that was verified yesterday
 * and never restored is a verified backup and not a proven one.
 */
public final class BackupHealth {
  /** GB/T 22239-2019, 8.1.4.9 b: from level 3 on the copy elsewhere is made in real time. */
  private static final int REAL_TIME_LEVEL = 3;

  private final Policies policies;

  public BackupHealth(Policies policies) {
    this.policies = policies;
  }

  /** The problems of all sources, in their order. */
  public List<Problem> problems(List<SourceState> sources, Instant now) {
    List<Problem> all = new ArrayList<>();
    for (SourceState source : sources) {
      new Judgement(source, policies.tier(source.tier()), now, all).judge();
    }
    return List.copyOf(all);
  }

  private record Judgement(SourceState state, Tier tier, Instant now, List<Problem> problems) {
    void judge() {
      backups();
      if (state.lastBackup() != null) {
        log();
        proofs();
        copies();
      }
      replication();
    }

    private void backups() {
      Instant last = state.lastBackup();
      if (state.failure() != null) {
        add(
            Code.BACKUP_FAILED,
            Severity.HIGH,
            "最近一次备份失败：" + state.failure(),
            "the last backup failed: " + state.failure());
      }
      if (last == null) {
        add(Code.NEVER_BACKED_UP, Severity.CRITICAL, "从未备份", "was never backed up");
        return;
      }
      // A tenth of patience: a backup that takes its time is not late.
      Duration allowed = tier.backupEvery().plus(tier.backupEvery().dividedBy(10));
      if (older(last, allowed)) {
        add(
            Code.BACKUP_OVERDUE,
            Severity.HIGH,
            "备份已逾期，最近一次完成于" + chinese(since(last)) + "前",
            "is overdue: the newest backup was finished " + ago(last) + " ago");
      }
    }

    private void log() {
      Instant until = state.recoverableUntil();
      if (until != null && older(until, tier.rpo())) {
        add(
            Code.RPO_EXCEEDED,
            Severity.HIGH,
            "可恢复时间点已落后" + chinese(since(until)) + "，超过RPO " + chinese(tier.rpo()),
            "can be brought back to " + ago(until) + " ago only, RPO is " + words(tier.rpo()));
      }
      if (!state.missingLog().isEmpty()) {
        String first = state.missingLog().get(0);
        add(
            Code.LOG_GAP,
            Severity.CRITICAL,
            "日志归档有缺口，缺少" + state.missingLog().size() + "段，首段为" + first,
            state.missingLog().size() + " segments of the log are missing, first " + first);
      }
    }

    private void replication() {
      Duration lag = state.replicationLag();
      if (!tier.realTimeOffsite() || state.level() < REAL_TIME_LEVEL) {
        return;
      }
      if (lag == null) {
        add(
            Code.REPLICATION_MISSING,
            Severity.HIGH,
            state.level() + "级系统要求异地实时备份，未见复制",
            "level " + state.level() + " asks for a copy elsewhere in real time; none is seen");
      } else if (lag.compareTo(tier.rpo()) > 0) {
        add(
            Code.REPLICATION_LAG,
            Severity.HIGH,
            "异地复制延迟" + chinese(lag) + "，超过RPO " + chinese(tier.rpo()),
            "the copy elsewhere is " + words(lag) + " behind, RPO is " + words(tier.rpo()));
      }
    }

    private void proofs() {
      age(state.lastVerify(), tier.verifyEvery(), Code.VERIFY_OVERDUE, "校验", "verified");
      age(state.lastDrill(), tier.drillEvery(), Code.DRILL_OVERDUE, "恢复演练", "restored in a drill");
      if (!state.verifyFaults().isEmpty()) {
        String first = state.verifyFaults().get(0);
        add(
            Code.CONTENT_DAMAGED,
            Severity.CRITICAL,
            "备份数据损坏" + state.verifyFaults().size() + "处，首处：" + first,
            state.verifyFaults().size() + " places are damaged, first " + first);
      }
      if (!state.drillFaults().isEmpty()) {
        String first = state.drillFaults().get(0);
        add(
            Code.DRILL_FAILED,
            Severity.CRITICAL,
            "恢复演练未通过：" + first,
            "the restore drill did not pass: " + first);
      }
      Duration took = state.drillRto();
      if (tier.rto() != null && took != null && took.compareTo(tier.rto()) > 0) {
        add(
            Code.RTO_EXCEEDED,
            Severity.HIGH,
            "恢复耗时" + chinese(took) + "，超过RTO " + chinese(tier.rto()),
            "a restore took " + words(took) + ", RTO is " + words(tier.rto()));
      }
    }

    private void age(@Nullable Instant last, Duration every, Code code, String zh, String en) {
      if (last == null) {
        add(code, Severity.MEDIUM, "从未" + zh, "was never " + en);
      } else if (older(last, every)) {
        add(
            code,
            Severity.MEDIUM,
            zh + "已逾期，最近一次在" + chinese(since(last)) + "前",
            "was last " + en + ' ' + ago(last) + " ago, every " + words(every) + " is asked");
      }
    }

    private void copies() {
      if (state.copies() < tier.copies()) {
        add(
            Code.TOO_FEW_COPIES,
            Severity.MEDIUM,
            "副本数" + state.copies() + "，要求" + tier.copies(),
            "has " + state.copies() + " copies of " + tier.copies());
      }
      if (state.immutableCopies() < tier.immutableCopies()) {
        add(
            Code.NO_IMMUTABLE_COPY,
            Severity.MEDIUM,
            "不可变副本数" + state.immutableCopies() + "，要求" + tier.immutableCopies(),
            "has " + state.immutableCopies() + " immutable copies of " + tier.immutableCopies());
      }
    }

    private boolean older(Instant then, Duration allowed) {
      return Duration.between(then, now).compareTo(allowed) > 0;
    }

    private Duration since(Instant then) {
      return Duration.between(then, now);
    }

    private String ago(Instant then) {
      return words(since(then));
    }

    private static String words(Duration duration) {
      return measured(duration, " d", " h", " min", " s");
    }

    private static String chinese(Duration duration) {
      return measured(duration, "天", "小时", "分钟", "秒");
    }

    private static String measured(
        Duration duration, String days, String hours, String minutes, String seconds) {
      if (duration.compareTo(Duration.ofHours(48)) >= 0) {
        return duration.toDays() + days;
      }
      if (duration.compareTo(Duration.ofMinutes(90)) >= 0) {
        return duration.toHours() + hours;
      }
      return duration.compareTo(Duration.ofMinutes(2)) >= 0
          ? duration.toMinutes() + minutes
          : duration.toSeconds() + seconds;
    }

    private void add(Code code, Severity severity, String zh, String en) {
      problems.add(new Problem(code, severity, state.system(), state.source(), zh, en));
    }
  }
}
