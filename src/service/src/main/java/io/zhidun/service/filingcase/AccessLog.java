package io.zhidun.service.filingcase;

import io.zhidun.service.audit.AuditEntry;
import io.zhidun.service.audit.AuditTrail;
import io.zhidun.service.store.ColumnText;
import io.zhidun.service.store.Micros;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who saw personal data unmasked, and when. Nothing deletes from it. */
@Repository
class AccessLog {
  private final JdbcClient jdbc;
  private final AuditTrail audit;
  private final Clock clock;

  AccessLog(JdbcClient jdbc, AuditTrail audit, Clock clock) {
    this.jdbc = jdbc;
    this.audit = audit;
    this.clock = clock;
  }

  void add(String account, @Nullable Long caseId, String applicationNumber, String what) {
    jdbc.sql(
            "insert into filing_access (happened_at, account, case_id, application_number, what)"
                + " values (:at, :account, :case, :number, :what)")
        .param("at", Micros.of(clock.instant()))
        .param("account", account)
        .param("case", caseId, Types.BIGINT)
        .param("number", ColumnText.fit(applicationNumber, 64))
        .param("what", what)
        .update();
    Map<String, String> detail = caseId == null ? Map.of() : Map.of("case", caseId.toString());
    audit.record(AuditEntry.by(account, "personal-data.view", what, applicationNumber, detail));
  }

  /**
   * Latest first.
   *
   * @param account whose, or null for everybody's
   * @param before entries with smaller ids only
   */
  List<Entry> latest(@Nullable String account, long before, int limit) {
    List<Object> values = new ArrayList<>();
    values.add(before);
    if (account != null) {
      values.add(account);
    }
    values.add(limit);
    return jdbc.sql(
            "select id, happened_at, account, case_id, application_number, what from filing_access"
                + " where id < ?"
                + (account == null ? "" : " and account = ?")
                + " order by id desc limit ?")
        .params(values)
        .query(
            (rs, row) ->
                new Entry(
                    rs.getLong(1),
                    Micros.instant(rs.getLong(2)),
                    rs.getString(3),
                    rs.getObject(4, Long.class),
                    rs.getString(5),
                    rs.getString(6)))
        .list();
  }

  long count(@Nullable String account) {
    return account == null
        ? jdbc.sql("select count(*) from filing_access").query(Long.class).single()
        : jdbc.sql("select count(*) from filing_access where account = ?")
            .param(account)
            .query(Long.class)
            .single();
  }

  /** One view. */
  record Entry(
      long id,
      Instant at,
      String by,
      @Nullable Long caseId,
      String applicationNumber,
      String what) {}
}
