package io.zhidun.service.continuity;

import io.zhidun.events.BilingualText;
import io.zhidun.events.Json;
import io.zhidun.service.continuity.Exercise.Done;
import io.zhidun.service.continuity.Exercise.Outcome;
import io.zhidun.service.continuity.Exercise.State;
import io.zhidun.service.store.Micros;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Exercises as the database keeps them. */
@Repository
class ExerciseRepository {
  private static final String SELECT =
      "select id, system_id, plan_version, kind, scenario, state, account, started_at, ended_by,"
          + " ended_at, words, rto_micros, rpo_micros, passed, findings from continuity_exercise ";

  private final JdbcClient jdbc;

  ExerciseRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Adds one that begins.
   *
   * @throws org.springframework.dao.DuplicateKeyException where another of the system runs
   */
  void add(Exercise one) {
    jdbc.sql(
            "insert into continuity_exercise (id, system_id, plan_version, kind, scenario, state,"
                + " account, started_at) values (?, ?, ?, ?, ?, ?, ?, ?)")
        .params(
            one.id(),
            one.system(),
            one.planVersion(),
            one.kind(),
            one.scenario(),
            label(one.state()),
            one.by(),
            Micros.of(one.startedAt()))
        .update();
    jdbc.sql("insert into continuity_running (system_id, exercise_id) values (?, ?)")
        .params(one.system(), one.id())
        .update();
  }

  /** Locks a running exercise until the transaction ends; empty where it does not run. */
  Optional<String> lock(String id) {
    return jdbc.sql("select system_id from continuity_running where exercise_id = ? for update")
        .param(id)
        .query(String.class)
        .optional();
  }

  void begin(String exercise, Done step) {
    jdbc.sql(
            "insert into continuity_step (exercise_id, position, state, account, started_at)"
                + " values (?, ?, ?, ?, ?)")
        .params(
            exercise,
            step.position(),
            label(step.outcome()),
            step.by(),
            Micros.of(step.startedAt()))
        .update();
  }

  void end(String exercise, Done step) {
    jdbc.sql(
            "update continuity_step set state = ?, account = ?, ended_at = ?, note = ?, seen = ?"
                + " where exercise_id = ? and position = ?")
        .param(1, label(step.outcome()))
        .param(2, step.by())
        .param(3, micros(step.endedAt()), Types.BIGINT)
        .param(4, step.note(), Types.VARCHAR)
        .param(
            5,
            step.seen() == null ? null : Json.mapper().writeValueAsString(step.seen()),
            Types.VARCHAR)
        .param(6, exercise)
        .param(7, step.position())
        .update();
  }

  /** Ends an exercise, with what was signed. */
  void end(Exercise one, String record, String signature) {
    jdbc.sql(
            "update continuity_exercise set state = ?, ended_by = ?, ended_at = ?, words = ?,"
                + " rto_micros = ?, rpo_micros = ?, passed = ?, findings = ?, record = ?,"
                + " signature = ? where id = ?")
        .param(1, label(one.state()))
        .param(2, one.endedBy(), Types.VARCHAR)
        .param(3, micros(one.endedAt()), Types.BIGINT)
        .param(4, one.words(), Types.VARCHAR)
        .param(5, one.rto() == null ? null : Micros.of(one.rto()), Types.BIGINT)
        .param(6, one.rpo() == null ? null : Micros.of(one.rpo()), Types.BIGINT)
        .param(7, one.passed(), Types.BOOLEAN)
        .param(8, Json.mapper().writeValueAsString(one.findings()))
        .param(9, record)
        .param(10, signature)
        .param(11, one.id())
        .update();
    jdbc.sql("delete from continuity_running where exercise_id = ?").param(one.id()).update();
  }

  Optional<Exercise> find(String id) {
    return jdbc.sql(SELECT + "where id = ?").param(id).query(this::row).optional();
  }

  /** Of a system, newest first. */
  List<Exercise> newest(String system, int most) {
    return jdbc.sql(SELECT + "where system_id = ? order by started_at desc, id desc limit " + most)
        .param(system)
        .query(this::row)
        .list();
  }

  /** The newest switch-over of a system that ended, however it ended. */
  Optional<Exercise> lastSwitchOver(String system) {
    return jdbc.sql(
            SELECT
                + "where system_id = ? and kind = 'switch-over' and state <> 'running'"
                + " order by ended_at desc, id desc limit 1")
        .param(system)
        .query(this::row)
        .optional();
  }

  /** The newest switch-over of a system that passed. */
  Optional<Exercise> lastPassed(String system) {
    return jdbc.sql(
            SELECT
                + "where system_id = ? and kind = 'switch-over' and passed = true"
                + " order by ended_at desc, id desc limit 1")
        .param(system)
        .query(this::row)
        .optional();
  }

  /** What was signed, and its signature; empty while the exercise runs. */
  Optional<Signed> signed(String id) {
    return jdbc.sql(
            "select record, signature from continuity_exercise where id = ? and record is not null")
        .param(id)
        .query((rs, row) -> new Signed(rs.getString(1), rs.getString(2)))
        .optional();
  }

  /** A record and its detached signature, both JSON. */
  record Signed(String record, String signature) {}

  private List<Done> steps(String exercise) {
    return jdbc.sql(
            "select position, state, account, started_at, ended_at, note, seen from continuity_step"
                + " where exercise_id = ? order by position")
        .param(exercise)
        .query(
            (rs, row) ->
                new Done(
                    rs.getInt(1),
                    Outcome.valueOf(rs.getString(2).toUpperCase(Locale.ROOT)),
                    rs.getString(3),
                    Micros.instant(rs.getLong(4)),
                    time(rs, 5),
                    rs.getString(6),
                    seen(rs.getString(7))))
        .list();
  }

  private Exercise row(ResultSet rs, int row) throws SQLException {
    String id = rs.getString(1);
    boolean passed = rs.getBoolean(14);
    Boolean result = rs.wasNull() ? null : passed;
    String findings = rs.getString(15);
    return new Exercise(
        id,
        rs.getString(2),
        rs.getInt(3),
        rs.getString(4),
        rs.getString(5),
        State.valueOf(rs.getString(6).toUpperCase(Locale.ROOT)),
        rs.getString(7),
        Micros.instant(rs.getLong(8)),
        rs.getString(9),
        time(rs, 10),
        rs.getString(11),
        duration(rs, 12),
        duration(rs, 13),
        result,
        findings == null ? List.of() : List.of(Json.mapper().readValue(findings, String[].class)),
        steps(Objects.requireNonNull(id)));
  }

  private static @Nullable BilingualText seen(@Nullable String json) {
    return json == null ? null : Json.mapper().readValue(json, BilingualText.class);
  }

  private static @Nullable Instant time(ResultSet rs, int column) throws SQLException {
    long micros = rs.getLong(column);
    return rs.wasNull() ? null : Micros.instant(micros);
  }

  private static @Nullable Duration duration(ResultSet rs, int column) throws SQLException {
    long micros = rs.getLong(column);
    return rs.wasNull() ? null : Duration.of(micros, ChronoUnit.MICROS);
  }

  private static @Nullable Long micros(@Nullable Instant time) {
    return time == null ? null : Micros.of(time);
  }

  private static String label(Enum<?> one) {
    return one.name().toLowerCase(Locale.ROOT);
  }
}
