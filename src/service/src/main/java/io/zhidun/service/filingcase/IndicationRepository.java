package io.zhidun.service.filingcase;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes indications, the latest of each kind of a case. */
@Repository
class IndicationRepository {
  private final JdbcTemplate template;
  private final JdbcClient jdbc;

  IndicationRepository(JdbcTemplate template, JdbcClient jdbc) {
    this.template = template;
    this.jdbc = jdbc;
  }

  /** Digests of those that are stored, by id. */
  Map<String, String> digests(Collection<String> ids) {
    Map<String, String> found = new HashMap<>();
    if (!ids.isEmpty()) {
      jdbc.sql("select id, digest from filing_indication where id in (:ids)")
          .param("ids", ids)
          .query(
              rs -> {
                found.put(rs.getString(1), rs.getString(2));
              });
    }
    return found;
  }

  /**
   * Stores an indication in place of the earlier one with its id.
   *
   * @param replaces whether there is an earlier one
   * @param now microseconds since the epoch
   */
  void save(long caseId, IncomingIndication one, boolean replaces, long now) {
    List<Object> values = new ArrayList<>();
    values.add(caseId);
    values.add(one.kind());
    values.add(one.tier().ordinal());
    values.add(one.scoreMillionths());
    values.add(one.last());
    values.add(one.filingCount());
    values.add((long) one.members().size());
    values.add(one.digest());
    values.add(CaseRows.text(one.signals()));
    values.add(Deflated.of(one.text()));
    values.add(one.id());
    if (replaces) {
      template.update(
          "update filing_indication set case_id = ?, kind = ?, tier = ?, score_millionths = ?,"
              + " last_at = ?, filing_count = ?, member_count = ?, digest = ?, signals = ?,"
              + " body = ? where id = ?",
          values.toArray());
    } else {
      values.add(now);
      template.update(
          "insert into filing_indication (case_id, kind, tier, score_millionths, last_at,"
              + " filing_count, member_count, digest, signals, body, id, first_stored_at)"
              + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
          values.toArray());
    }
  }

  /** What is indicated of a case, highest score first. */
  List<Indicated> ofCase(long caseId) {
    return jdbc.sql(
            "select kind, tier, score_millionths, last_at, filing_count, member_count, signals"
                + " from filing_indication where case_id = ?"
                + " order by score_millionths desc, kind")
        .param(caseId)
        .query(
            (rs, row) ->
                new Indicated(
                    rs.getString(1),
                    Tier.values()[rs.getInt(2)],
                    rs.getLong(3),
                    rs.getLong(4),
                    rs.getLong(5),
                    rs.getLong(6),
                    CaseRows.list(rs.getString(7))))
        .list();
  }

  /** JSON texts of a case's indications, highest score first. */
  List<String> texts(long caseId) {
    return jdbc.sql(
            "select body from filing_indication where case_id = ?"
                + " order by score_millionths desc, kind")
        .param(caseId)
        .query((rs, row) -> Deflated.text(rs.getBytes(1)))
        .list();
  }

  /** One JSON text of each kind that was ever indicated. */
  Map<String, String> examples() {
    Map<String, String> found = new HashMap<>();
    jdbc.sql(
            "select i.kind, i.body from filing_indication i join (select kind as k, min(id) as first"
                + " from filing_indication group by kind) e on e.first = i.id")
        .query(
            rs -> {
              found.put(rs.getString(1), Deflated.text(rs.getBytes(2)));
            });
    return found;
  }

  /**
   * An indication as far as its case is computed from it.
   *
   * @param last microseconds since the epoch
   */
  record Indicated(
      String kind,
      Tier tier,
      long scoreMillionths,
      long last,
      long filings,
      long members,
      List<String> signals) {}
}
