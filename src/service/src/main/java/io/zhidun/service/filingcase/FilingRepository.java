package io.zhidun.service.filingcase;

import io.zhidun.service.filingcase.Incoming.AChange;
import io.zhidun.service.filingcase.Incoming.AFiling;
import io.zhidun.service.filingcase.Incoming.AnAction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes filings, what happened to them, and what was done on the filing systems. */
@Repository
class FilingRepository {
  /** Of one account, device or address, older filings are not looked at. */
  static final int NEWEST = 2_000;

  private static final String COLUMNS =
      "f.application_number, f.register, f.title, f.applicant_key, f.applicant_name, f.personal,"
          + " f.submitted_at, f.filing_date, f.account, f.device, f.ip, f.certificate";
  private static final String INSERT =
      "insert into filing (register, title, applicant_key, applicant_name, personal, submitted_at,"
          + " filing_date, account, device, ip, certificate, digest, application_number, stored_at,"
          + " sample) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
  private static final String UPDATE =
      "update filing set register = ?, title = ?, applicant_key = ?, applicant_name = ?,"
          + " personal = ?, submitted_at = ?, filing_date = ?, account = ?, device = ?, ip = ?,"
          + " certificate = ?, digest = ? where application_number = ?";

  private final JdbcTemplate template;
  private final JdbcClient jdbc;

  FilingRepository(JdbcTemplate template, JdbcClient jdbc) {
    this.template = template;
    this.jdbc = jdbc;
  }

  /** Digests of those that are stored, by application number. */
  Map<String, String> digests(Collection<String> numbers) {
    Map<String, String> found = new HashMap<>();
    if (!numbers.isEmpty()) {
      jdbc.sql(
              "select application_number, digest from filing where application_number in (:numbers)")
          .param("numbers", numbers)
          .query(
              rs -> {
                found.put(rs.getString(1), rs.getString(2));
              });
    }
    return found;
  }

  /**
   * @param now microseconds since the epoch
   */
  void insert(List<AFiling> filings, SampleDraw draw, long now) {
    List<Object[]> rows = new ArrayList<>();
    List<Object[]> bodies = new ArrayList<>();
    for (AFiling filing : filings) {
      String number = filing.row().applicationNumber();
      List<Object> values = values(filing);
      values.add(now);
      values.add(draw.draws(number) ? 1 : 0);
      rows.add(values.toArray());
      bodies.add(new Object[] {number, filing.body()});
    }
    template.batchUpdate(INSERT, rows);
    template.batchUpdate(
        "insert into filing_body (application_number, body) values (?, ?)", bodies);
  }

  void update(List<AFiling> filings) {
    List<Object[]> rows = new ArrayList<>();
    List<Object[]> bodies = new ArrayList<>();
    for (AFiling filing : filings) {
      rows.add(values(filing).toArray());
      bodies.add(new Object[] {filing.body(), filing.row().applicationNumber()});
    }
    template.batchUpdate(UPDATE, rows);
    template.batchUpdate("update filing_body set body = ? where application_number = ?", bodies);
  }

  private static List<Object> values(AFiling filing) {
    FilingRow row = filing.row();
    List<Object> values = new ArrayList<>();
    values.add(row.register());
    values.add(row.title());
    values.add(row.applicantKey());
    values.add(row.applicantName());
    values.add(row.personal());
    values.add(row.submittedAt());
    values.add(row.filingDate());
    values.add(row.account());
    values.add(row.device());
    values.add(row.ip());
    values.add(row.certificate());
    values.add(filing.digest());
    values.add(row.applicationNumber());
    return values;
  }

  /** Stores changes that are not there yet; gives how many those were. */
  int addChanges(Map<String, AChange> changes) {
    List<Object[]> rows = new ArrayList<>();
    Collection<String> known = known("filing_change", changes.keySet());
    changes.forEach(
        (id, one) -> {
          if (!known.contains(id)) {
            rows.add(new Object[] {id, one.applicationNumber(), one.kind(), one.time()});
          }
        });
    template.batchUpdate(
        "insert into filing_change (id, application_number, kind, happened_at)"
            + " values (?, ?, ?, ?)",
        rows);
    return rows.size();
  }

  /** Stores actions that are not there yet; gives how many those were. */
  int addActions(Map<String, AnAction> actions) {
    List<Object[]> rows = new ArrayList<>();
    Collection<String> known = known("filing_action", actions.keySet());
    actions.forEach(
        (id, one) -> {
          if (!known.contains(id)) {
            rows.add(
                new Object[] {
                  id,
                  one.time(),
                  one.kind(),
                  one.account(),
                  one.device(),
                  one.ip(),
                  one.certificate(),
                  one.applicationNumber(),
                  one.succeeded()
                });
          }
        });
    template.batchUpdate(
        "insert into filing_action (id, happened_at, kind, account, device, ip, certificate,"
            + " application_number, succeeded) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        rows);
    return rows.size();
  }

  private Collection<String> known(String table, Collection<String> ids) {
    return ids.isEmpty()
        ? List.of()
        : jdbc.sql("select id from " + table + " where id in (:ids)")
            .param("ids", ids)
            .query(String.class)
            .set();
  }

  Optional<FilingRow> find(String number) {
    return jdbc.sql("select " + COLUMNS + " from filing f where f.application_number = ?")
        .param(number)
        .query(FilingRepository::row)
        .optional();
  }

  /** The wire object as it was stored. */
  Optional<String> body(String number) {
    return jdbc.sql("select body from filing_body where application_number = ?")
        .param(number)
        .query((rs, row) -> Deflated.text(rs.getBytes(1)))
        .optional();
  }

  /** Wire objects of a case's newest filings, by application number. */
  Map<String, String> bodiesOf(long caseId, int limit) {
    Map<String, String> found = new HashMap<>();
    jdbc.sql(
            "select b.application_number, b.body from filing_body b"
                + " join filing f on f.application_number = b.application_number"
                + " join filing_case_filing n on n.application_number = f.application_number"
                + " where n.case_id = ? order by f.submitted_at desc, f.application_number limit ?")
        .params(caseId, limit)
        .query(
            rs -> {
              found.put(rs.getString(1), Deflated.text(rs.getBytes(2)));
            });
    return found;
  }

  /** A case's filings, newest first. */
  List<FilingRow> ofCase(long caseId, int limit) {
    return jdbc.sql(
            "select "
                + COLUMNS
                + " from filing f join filing_case_filing n"
                + " on n.application_number = f.application_number where n.case_id = ?"
                + " order by f.submitted_at desc, f.application_number limit ?")
        .params(caseId, limit)
        .query(FilingRepository::row)
        .list();
  }

  private static FilingRow row(ResultSet rs, int row) throws SQLException {
    return new FilingRow(
        rs.getString(1),
        rs.getString(2),
        rs.getString(3),
        rs.getString(4),
        rs.getString(5),
        rs.getBoolean(6),
        rs.getLong(7),
        rs.getString(8),
        rs.getString(9),
        rs.getString(10),
        rs.getString(11),
        rs.getString(12));
  }

  /** What happened to filings, in the order of time. */
  List<AChange> changes(Collection<String> numbers) {
    return numbers.isEmpty()
        ? List.of()
        : jdbc.sql(
                "select id, application_number, kind, happened_at from filing_change"
                    + " where application_number in (:numbers) order by happened_at, id limit 5000")
            .param("numbers", numbers)
            .query(
                (rs, row) ->
                    new AChange(rs.getString(1), rs.getString(2), rs.getString(3), rs.getLong(4)))
            .list();
  }

  /** What was done by accounts or on devices between two times, newest first. */
  List<AnAction> actions(
      Collection<String> accounts, Collection<String> devices, long from, long to, int limit) {
    if (accounts.isEmpty() && devices.isEmpty()) {
      return List.of();
    }
    return jdbc.sql(
            "select id, happened_at, kind, account, device, ip, certificate, application_number,"
                + " succeeded from filing_action where happened_at >= :from and happened_at <= :to"
                + " and (account in (:accounts) or device in (:devices))"
                + " order by happened_at desc, id limit :rows")
        .param("from", from)
        .param("to", to)
        .param("accounts", orNone(accounts))
        .param("devices", orNone(devices))
        .param("rows", limit)
        .query(
            (rs, row) ->
                new AnAction(
                    rs.getString(1),
                    rs.getLong(2),
                    rs.getString(3),
                    rs.getString(4),
                    rs.getString(5),
                    rs.getString(6),
                    rs.getString(7),
                    rs.getString(8),
                    rs.getBoolean(9)))
        .list();
  }

  /** An empty list is no SQL; nothing has an empty key. */
  private static Collection<String> orNone(Collection<String> values) {
    return values.isEmpty() ? List.of("") : values;
  }

  /**
   * How many applicants use an account, a device or an address, among its newest filings: enough to
   * tell a hub, however many filings it has.
   */
  int applicants(FilingColumn column, String value) {
    return jdbc.sql(
            "select count(distinct n.applicant_key) from (select f.applicant_key from filing f"
                + " where f."
                + column.column()
                + " = ? order by f.submitted_at desc limit ?) n")
        .params(value, NEWEST)
        .query(Integer.class)
        .single();
  }

  long submitted(long from, long to) {
    return jdbc.sql("select count(*) from filing where submitted_at >= ? and submitted_at < ?")
        .params(from, to)
        .query(Long.class)
        .single();
  }

  /**
   * Drawn filings that are old enough to be looked at, in an order that their numbers do not give.
   */
  List<FilingRow> drawn(long storedBefore, int limit) {
    return jdbc.sql(
            "select "
                + COLUMNS
                + " from filing f where f.sample = 1 and f.stored_at < ?"
                + " order by f.stored_at, f.digest limit ?")
        .params(storedBefore, limit)
        .query(FilingRepository::row)
        .list();
  }

  void looked(String number) {
    template.update("update filing set sample = 2 where application_number = ?", number);
  }
}
