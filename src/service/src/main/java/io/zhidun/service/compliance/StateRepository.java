package io.zhidun.service.compliance;

import io.zhidun.rules.compliance.record.Cell;
import io.zhidun.rules.compliance.record.Judge;
import io.zhidun.rules.compliance.record.Result;
import io.zhidun.rules.compliance.record.Texts;
import io.zhidun.service.store.ColumnText;
import io.zhidun.service.store.Micros;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps the present state of each system and the results that turned. */
@Repository
class StateRepository {
  private static final int REASON = 4_000;

  private final JdbcTemplate template;
  private final JdbcClient jdbc;

  StateRepository(JdbcTemplate template, JdbcClient jdbc) {
    this.template = template;
    this.jdbc = jdbc;
  }

  Optional<byte[]> body(String system) {
    return jdbc.sql("select body from compliance_state where system_id = ?")
        .param(system)
        .query((rs, row) -> rs.getBytes(1))
        .optional();
  }

  void save(String system, Instant judgedAt, byte[] body) {
    int known =
        jdbc.sql("update compliance_state set judged_at = ?, body = ? where system_id = ?")
            .params(Micros.of(judgedAt), body, system)
            .update();
    if (known == 0) {
      jdbc.sql("insert into compliance_state (judged_at, body, system_id) values (?, ?, ?)")
          .params(Micros.of(judgedAt), body, system)
          .update();
    }
  }

  /**
   * A result that turned.
   *
   * @param evidence ids
   */
  record Turn(
      Instant at,
      String item,
      String object,
      Result from,
      Result to,
      Texts reason,
      Judge judge,
      List<String> evidence) {}

  void add(String system, Instant at, List<Turn> turns) {
    template.batchUpdate(
        "insert into compliance_turn (system_id, item, object_id, happened_at, from_result,"
            + " to_result, reason_zh, reason_en, evidence, judge_kind, judge_name, judge_version)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        turns.stream()
            .map(
                one ->
                    new Object[] {
                      system,
                      one.item(),
                      one.object(),
                      Micros.of(at),
                      one.from().wire(),
                      one.to().wire(),
                      ColumnText.fit(one.reason().zh(), REASON),
                      ColumnText.fit(one.reason().en(), REASON),
                      ColumnText.fit(String.join("\n", one.evidence()), 8_000),
                      one.judge().kind().name(),
                      ColumnText.fit(one.judge().name(), 128),
                      ColumnText.fit(one.judge().version(), 64)
                    })
            .toList());
  }

  static Turn turn(Instant at, Result from, Cell cell) {
    return new Turn(
        at,
        cell.item(),
        cell.object(),
        from,
        cell.result(),
        cell.reason(),
        cell.judge(),
        cell.evidence());
  }

  /** Newest first. */
  List<Turn> turns(String system, String item, int limit) {
    return jdbc.sql(
            "select happened_at, item, object_id, from_result, to_result, reason_zh, reason_en,"
                + " evidence, judge_kind, judge_name, judge_version from compliance_turn"
                + " where system_id = ? and item = ? order by id desc limit ?")
        .params(system, item, limit)
        .query(
            (rs, row) ->
                new Turn(
                    Micros.instant(rs.getLong(1)),
                    rs.getString(2),
                    rs.getString(3),
                    Results.of(rs.getString(4)),
                    Results.of(rs.getString(5)),
                    new Texts(rs.getString(6), rs.getString(7)),
                    new Judge(
                        Judge.Kind.valueOf(rs.getString(9)), rs.getString(10), rs.getString(11)),
                    rs.getString(8).isEmpty() ? List.of() : List.of(rs.getString(8).split("\n"))))
        .list();
  }
}
