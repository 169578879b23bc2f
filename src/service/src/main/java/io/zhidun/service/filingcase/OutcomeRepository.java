package io.zhidun.service.filingcase;

import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What people decided, kind by kind. */
@Repository
class OutcomeRepository {
  private final JdbcTemplate template;
  private final JdbcClient jdbc;

  OutcomeRepository(JdbcTemplate template, JdbcClient jdbc) {
    this.template = template;
    this.jdbc = jdbc;
  }

  /**
   * @param outcomes whether each kind was confirmed
   * @param signals codes of the signals that speak for each kind
   */
  void add(
      long caseId,
      Map<String, Boolean> outcomes,
      Map<String, List<String>> signals,
      String actor,
      long now) {
    template.batchUpdate(
        "insert into filing_case_outcome (case_id, kind, confirmed, decided_by, decided_at,"
            + " signals) values (?, ?, ?, ?, ?, ?)",
        outcomes.entrySet().stream()
            .map(
                one ->
                    new Object[] {
                      caseId,
                      one.getKey(),
                      one.getValue(),
                      actor,
                      now,
                      CaseRows.text(signals.getOrDefault(one.getKey(), List.of()))
                    })
            .toList());
  }

  /** Of one case, oldest first. */
  List<Decided> ofCase(long caseId) {
    return jdbc.sql(
            "select kind, confirmed, decided_by, decided_at, signals from filing_case_outcome"
                + " where case_id = ? order by id limit 500")
        .param(caseId)
        .query(
            (rs, row) ->
                new Decided(
                    rs.getString(1),
                    rs.getBoolean(2),
                    rs.getString(3),
                    rs.getLong(4),
                    CaseRows.list(rs.getString(5))))
        .list();
  }

  /** Decided between two times. A case that was decided twice in it counts with the latter. */
  List<Decided> between(long from, long to) {
    return jdbc.sql(
            "select o.kind, o.confirmed, o.decided_by, o.decided_at, o.signals"
                + " from filing_case_outcome o where o.id in (select max(p.id)"
                + " from filing_case_outcome p where p.decided_at >= ? and p.decided_at < ?"
                + " group by p.case_id, p.kind)")
        .params(from, to)
        .query(
            (rs, row) ->
                new Decided(
                    rs.getString(1),
                    rs.getBoolean(2),
                    rs.getString(3),
                    rs.getLong(4),
                    CaseRows.list(rs.getString(5))))
        .list();
  }

  /**
   * What somebody decided of one kind.
   *
   * @param at microseconds since the epoch
   * @param signals codes of the signals that spoke for it
   */
  record Decided(String kind, boolean confirmed, String by, long at, List<String> signals) {}
}
