package io.zhidun.service.backup;

import io.zhidun.service.store.ColumnText;
import io.zhidun.service.store.Micros;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Jobs as the database keeps them. */
@Repository
class JobRepository {
  private static final int MOST_WORDS = 1_000;
  private static final String SELECT =
      "select id, kind, system_id, source, backup, target, state, account, resumes, asked_at,"
          + " started_at, ended_at, passed, words from backup_job ";
  private static final String ORDER = " order by asked_at desc, id desc limit ";

  private final JdbcClient jdbc;

  JobRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(Job job) {
    jdbc.sql(
            "insert into backup_job (id, kind, system_id, source, backup, target, state, account,"
                + " resumes, asked_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .param(1, job.id())
        .param(2, job.kind().label())
        .param(3, job.system())
        .param(4, job.source())
        .param(5, job.backup(), Types.VARCHAR)
        .param(6, job.target(), Types.VARCHAR)
        .param(7, job.state().label())
        .param(8, job.by())
        .param(9, job.resumes(), Types.VARCHAR)
        .param(10, Micros.of(job.askedAt()))
        .update();
  }

  void begin(String id, Instant now) {
    jdbc.sql("update backup_job set state = 'running', started_at = ? where id = ?")
        .param(1, Micros.of(now))
        .param(2, id)
        .update();
  }

  void end(
      String id,
      JobState state,
      @Nullable String backup,
      @Nullable Boolean passed,
      @Nullable String words,
      Instant now) {
    jdbc.sql(
            "update backup_job set state = ?, backup = coalesce(?, backup), passed = ?, words = ?,"
                + " ended_at = ? where id = ?")
        .param(1, state.label())
        .param(2, backup, Types.VARCHAR)
        .param(3, passed, Types.BOOLEAN)
        .param(4, words == null ? null : ColumnText.fit(words, MOST_WORDS), Types.VARCHAR)
        .param(5, Micros.of(now))
        .param(6, id)
        .update();
  }

  Optional<Job> find(String id) {
    return jdbc.sql(SELECT + "where id = ?").param(1, id).query(JobRepository::row).optional();
  }

  List<Job> newest(int most) {
    return jdbc.sql(SELECT + ORDER + most).query(JobRepository::row).list();
  }

  List<Job> newest(String system, String source, int most) {
    return jdbc.sql(SELECT + "where system_id = ? and source = ?" + ORDER + most)
        .param(1, system)
        .param(2, source)
        .query(JobRepository::row)
        .list();
  }

  /** The newest job of a kind that ended by itself. */
  Optional<Job> lastEnded(String system, String source, JobKind kind) {
    return jdbc.sql(
            SELECT
                + "where system_id = ? and source = ? and kind = ? and state in ('done', 'failed')"
                + ORDER
                + 1)
        .param(1, system)
        .param(2, source)
        .param(3, kind.label())
        .query(JobRepository::row)
        .optional();
  }

  /** Those that were waiting or running when the service ended, oldest first. */
  List<Job> open() {
    return jdbc.sql(SELECT + "where state in ('waiting', 'running') order by asked_at, id")
        .query(JobRepository::row)
        .list();
  }

  /** Interrupted jobs that no other goes on with, oldest first. */
  List<Job> toResume(int most) {
    return jdbc.sql(
            SELECT
                + "where state = 'interrupted' and not exists (select 1 from backup_job later"
                + " where later.resumes = backup_job.id) order by asked_at, id limit "
                + most)
        .query(JobRepository::row)
        .list();
  }

  private static Job row(ResultSet rs, int row) throws SQLException {
    boolean passed = rs.getBoolean(13);
    Boolean result = rs.wasNull() ? null : passed;
    return new Job(
        rs.getString(1),
        JobKind.of(rs.getString(2)),
        rs.getString(3),
        rs.getString(4),
        rs.getString(5),
        rs.getString(6),
        JobState.of(rs.getString(7)),
        rs.getString(8),
        rs.getString(9),
        Micros.instant(rs.getLong(10)),
        time(rs, 11),
        time(rs, 12),
        result,
        rs.getString(14));
  }

  private static @Nullable Instant time(ResultSet rs, int column) throws SQLException {
    long micros = rs.getLong(column);
    return rs.wasNull() ? null : Micros.instant(micros);
  }
}
