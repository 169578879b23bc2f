package io.zhidun.service.canary;

import io.zhidun.service.canary.CanaryRun.Stage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps the latest run of each rule. */
@Repository
class CanaryRuns {
  private final JdbcClient jdbc;

  CanaryRuns(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** An epoch that no start had before: the time in seconds, or more where the clock went back. */
  long nextEpoch(Instant now) {
    jdbc.sql("update canary_epoch set epoch = epoch + 1 where id = 1").update();
    long least = jdbc.sql("select epoch from canary_epoch where id = 1").query(Long.class).single();
    long epoch = Math.max(least, now.getEpochSecond());
    jdbc.sql("update canary_epoch set epoch = ? where id = 1").param(epoch).update();
    return epoch;
  }

  List<CanaryRun> all() {
    return jdbc.sql("select * from canary_run order by rule_id").query(CanaryRuns::run).list();
  }

  Optional<CanaryRun> find(String ruleId) {
    return jdbc.sql("select * from canary_run where rule_id = ?")
        .param(ruleId)
        .query(CanaryRuns::run)
        .optional();
  }

  /** The same, and nobody else changes it before the transaction ends. */
  Optional<CanaryRun> lock(String ruleId) {
    return jdbc.sql("select * from canary_run where rule_id = ? for update")
        .param(ruleId)
        .query(CanaryRuns::run)
        .optional();
  }

  /** Runs that wait since before {@code sent}, locked as by {@link #lock}. */
  List<CanaryRun> lockWaitingSinceBefore(Instant sent) {
    return jdbc.sql(
            "select * from canary_run where state = 'waiting' and sent_at < ? order by rule_id"
                + " for update")
        .param(micros(sent))
        .query(CanaryRuns::run)
        .list();
  }

  void save(CanaryRun run) {
    Duration latency = run.latency();
    Instant fired = run.firedAt();
    @Nullable Object[] values = {
      run.ruleName(),
      run.id(),
      run.epoch(),
      run.first(),
      run.last(),
      run.stage().label(),
      micros(run.sentAt()),
      fired == null ? null : micros(fired),
      latency == null ? null : latency.toNanos() / 1_000,
      run.alarm(),
      run.ruleId()
    };
    int updated =
        jdbc.sql(
                "update canary_run set rule_name = ?, run_id = ?, epoch = ?, first_seq = ?,"
                    + " last_seq = ?, state = ?, sent_at = ?, fired_at = ?, latency = ?, alarm = ?"
                    + " where rule_id = ?")
            .params(values)
            .update();
    if (updated == 0) {
      jdbc.sql(
              "insert into canary_run (rule_name, run_id, epoch, first_seq, last_seq, state,"
                  + " sent_at, fired_at, latency, alarm, rule_id)"
                  + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
          .params(values)
          .update();
    }
  }

  void delete(String ruleId) {
    jdbc.sql("delete from canary_run where rule_id = ?").param(ruleId).update();
  }

  private static CanaryRun run(ResultSet rs, int row) throws SQLException {
    long fired = rs.getLong("fired_at");
    boolean never = rs.wasNull();
    long latency = rs.getLong("latency");
    return new CanaryRun(
        rs.getString("rule_id"),
        rs.getString("rule_name"),
        rs.getString("run_id"),
        rs.getLong("epoch"),
        rs.getLong("first_seq"),
        rs.getLong("last_seq"),
        Stage.of(rs.getString("state")),
        instant(rs.getLong("sent_at")),
        never ? null : instant(fired),
        never ? null : Duration.of(latency, ChronoUnit.MICROS),
        rs.getBoolean("alarm"));
  }

  private static long micros(Instant time) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, time);
  }

  private static Instant instant(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }
}
