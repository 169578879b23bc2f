package io.zhidun.service.compliance;

import io.zhidun.events.Json;
import io.zhidun.rules.compliance.record.Evidence;
import io.zhidun.service.compliance.evidence.KnownEvidence;
import io.zhidun.service.store.Micros;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;

/** Keeps evidence: rows are added and never changed. */
@Repository
class EvidenceStore implements KnownEvidence {
  private static final String COLUMNS =
      "e.id, e.check_code, e.collector, e.system_id, e.object_id, e.collected_at, e.from_at, e.to_at,"
          + " e.query, e.found, e.expires_at, e.sm3";

  private final JdbcClient jdbc;

  EvidenceStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Evidence> find(String id) {
    return jdbc.sql("select " + COLUMNS + " from compliance_evidence e where e.id = ?")
        .param(id)
        .query(EvidenceStore::read)
        .optional();
  }

  List<Evidence> find(Collection<String> ids) {
    return ids.isEmpty()
        ? List.of()
        : jdbc.sql("select " + COLUMNS + " from compliance_evidence e where e.id in (:ids)")
            .param("ids", ids)
            .query(EvidenceStore::read)
            .list();
  }

  /** The newest look of each check at each object of a system. */
  @Override
  public List<Evidence> latest(String system) {
    return jdbc.sql(
            "select "
                + COLUMNS
                + " from compliance_latest l join compliance_evidence e on e.id = l.evidence_id"
                + " where l.system_id = ? order by e.check_code, e.object_id")
        .param(system)
        .query(EvidenceStore::read)
        .list();
  }

  /** The newest look of one check, by object. */
  Map<String, Evidence> latest(String system, String check) {
    Map<String, Evidence> found = new LinkedHashMap<>();
    jdbc.sql(
            "select "
                + COLUMNS
                + " from compliance_latest l join compliance_evidence e on e.id = l.evidence_id"
                + " where l.system_id = ? and l.check_code = ?")
        .params(system, check)
        .query(EvidenceStore::read)
        .list()
        .forEach(one -> found.put(one.object(), one));
    return found;
  }

  /**
   * Adds a look and makes it the newest. A look that found what the one before found is left out
   * while that one has more than three quarters of its time: it would say nothing new.
   *
   * @return whether it was added
   */
  boolean add(Evidence one, Map<String, Evidence> latest) {
    Evidence before = latest.get(one.object());
    if (before != null && saysTheSame(before, one)) {
      return false;
    }
    insert(one);
    int known =
        jdbc.sql(
                "update compliance_latest set evidence_id = ? where system_id = ? and check_code = ?"
                    + " and object_id = ?")
            .params(one.id(), one.system(), one.check(), one.object())
            .update();
    if (known == 0) {
      jdbc.sql(
              "insert into compliance_latest (evidence_id, system_id, check_code, object_id)"
                  + " values (?, ?, ?, ?)")
          .params(one.id(), one.system(), one.check(), one.object())
          .update();
    }
    return true;
  }

  private static boolean saysTheSame(Evidence before, Evidence now) {
    Duration whole = Duration.between(before.collectedAt(), before.expiresAt());
    Duration used = Duration.between(before.collectedAt(), now.collectedAt());
    return before.collector().equals(now.collector())
        && used.multipliedBy(4).compareTo(whole) < 0
        && Json.mapper()
            .writeValueAsString(before.values())
            .equals(Json.mapper().writeValueAsString(now.values()));
  }

  /** Adds evidence that is no check's, as of a document. */
  void insert(Evidence one) {
    if (find(one.id()).isPresent()) {
      return;
    }
    jdbc.sql(
            "insert into compliance_evidence (id, check_code, collector, system_id, object_id,"
                + " collected_at, from_at, to_at, query, found, expires_at, sm3)"
                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .params(
            one.id(),
            one.check(),
            one.collector(),
            one.system(),
            one.object(),
            Micros.of(one.collectedAt()),
            Micros.of(one.from()),
            Micros.of(one.to()),
            one.query(),
            Json.mapper().writeValueAsString(one.values()),
            Micros.of(one.expiresAt()),
            one.sm3())
        .update();
  }

  private static Evidence read(ResultSet rs, int row) throws SQLException {
    Map<String, Object> values =
        Json.mapper().readValue(rs.getString(10), new TypeReference<Map<String, Object>>() {});
    return new Evidence(
        rs.getString(1),
        rs.getString(2),
        rs.getString(3),
        rs.getString(4),
        rs.getString(5),
        time(rs, 6),
        time(rs, 7),
        time(rs, 8),
        rs.getString(9),
        values,
        time(rs, 11),
        rs.getString(12));
  }

  private static Instant time(ResultSet rs, int column) throws SQLException {
    return Micros.instant(rs.getLong(column));
  }
}
