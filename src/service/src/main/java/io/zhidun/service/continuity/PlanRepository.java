package io.zhidun.service.continuity;

import io.zhidun.events.Json;
import io.zhidun.service.store.Micros;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Plans as the database keeps them: versions are added and never changed. */
@Repository
class PlanRepository {
  private static final String SELECT =
      "select system_id, version, document, sm3, note, account, made_at from continuity_plan ";

  private final JdbcClient jdbc;

  PlanRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @param document JSON of the plan
   */
  void add(PlanVersion one, String document) {
    jdbc.sql(
            "insert into continuity_plan (system_id, version, document, sm3, note, account,"
                + " made_at) values (?, ?, ?, ?, ?, ?, ?)")
        .params(
            one.system(),
            one.version(),
            document,
            one.sm3(),
            one.note(),
            one.by(),
            Micros.of(one.madeAt()))
        .update();
  }

  /** All versions of a system, newest first. */
  List<PlanVersion> all(String system) {
    return jdbc.sql(SELECT + "where system_id = ? order by version desc")
        .param(system)
        .query(PlanRepository::row)
        .list();
  }

  Optional<PlanVersion> newest(String system) {
    return jdbc.sql(SELECT + "where system_id = ? order by version desc limit 1")
        .param(system)
        .query(PlanRepository::row)
        .optional();
  }

  Optional<PlanVersion> find(String system, int version) {
    return jdbc.sql(SELECT + "where system_id = ? and version = ?")
        .params(system, version)
        .query(PlanRepository::row)
        .optional();
  }

  private static PlanVersion row(ResultSet rs, int row) throws SQLException {
    return new PlanVersion(
        rs.getString(1),
        rs.getInt(2),
        Json.mapper().readValue(rs.getString(3), Plan.class),
        rs.getString(4),
        rs.getString(5),
        rs.getString(6),
        Micros.instant(rs.getLong(7)));
  }
}
