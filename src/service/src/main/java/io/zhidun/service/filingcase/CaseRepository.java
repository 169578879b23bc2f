package io.zhidun.service.filingcase;

import io.zhidun.service.filingcase.IncomingIndication.Member;
import io.zhidun.service.store.ColumnText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes cases, their trail, members and filings. */
@Repository
class CaseRepository {
  /** Filings that one case remembers; beyond it, it only counts. */
  static final int MOST_FILINGS = 5_000;

  private static final String INSERT =
      "insert into filing_case (subject_name, state, tier, score_millionths, kinds, filing_count,"
          + " member_count, updated_at, last_signal_at, due_at, withdrawn_at, closed_at, assignee,"
          + " search_text, case_key, number, subject_type, subject_key, register, opened_at, origin,"
          + " id) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
  private static final String UPDATE =
      "update filing_case set subject_name = ?, state = ?, tier = ?, score_millionths = ?,"
          + " kinds = ?, filing_count = ?, member_count = ?, updated_at = ?, last_signal_at = ?,"
          + " due_at = ?, withdrawn_at = ?, closed_at = ?, assignee = ?, search_text = ?"
          + " where id = ?";

  private final JdbcTemplate template;
  private final JdbcClient jdbc;

  CaseRepository(JdbcTemplate template, JdbcClient jdbc) {
    this.template = template;
    this.jdbc = jdbc;
  }

  Optional<FilingCase> find(long id) {
    return jdbc.sql("select c.* from filing_case c where c.id = ?")
        .param(id)
        .query(CaseRows::read)
        .optional();
  }

  /** Cases by their key. */
  Map<String, FilingCase> find(Collection<String> keys) {
    Map<String, FilingCase> found = new LinkedHashMap<>();
    if (!keys.isEmpty()) {
      jdbc.sql("select c.* from filing_case c where c.case_key in (:keys)")
          .param("keys", keys)
          .query(CaseRows::read)
          .list()
          .forEach(one -> found.put(one.caseKey, one));
    }
    return found;
  }

  /** Notified cases whose reply term is over. */
  List<FilingCase> overdue(long now, int limit) {
    return jdbc.sql(
            "select c.* from filing_case c where c.state = 'notified' and c.due_at < ?"
                + " order by c.due_at, c.id limit ?")
        .params(now, limit)
        .query(CaseRows::read)
        .list();
  }

  void save(Collection<FilingCase> opened, Collection<FilingCase> updated) {
    template.batchUpdate(INSERT, opened.stream().map(CaseRows::insertValues).toList());
    template.batchUpdate(UPDATE, updated.stream().map(CaseRows::updateValues).toList());
    List<FilingCase> all = new ArrayList<>(opened);
    all.addAll(updated);
    saveTrail(all);
  }

  private void saveTrail(List<FilingCase> cases) {
    List<Object[]> rows = new ArrayList<>();
    for (FilingCase one : cases) {
      for (CaseTrail entry : one.newTrail) {
        rows.add(
            new Object[] {
              one.id,
              entry.at(),
              entry.actor(),
              entry.act().label(),
              entry.from() == null ? null : entry.from().label(),
              entry.to() == null ? null : entry.to().label(),
              ColumnText.fit(entry.note(), 4096),
              entry.details()
            });
      }
      one.newTrail.clear();
    }
    template.batchUpdate(
        "insert into filing_case_trail (case_id, happened_at, actor, act, from_state, to_state,"
            + " note, details) values (?, ?, ?, ?, ?, ?, ?, ?)",
        rows);
  }

  /** The newest entries, oldest first. */
  List<CaseTrail> trail(long caseId, int limit) {
    List<CaseTrail> newest =
        jdbc.sql(
                "select happened_at, actor, act, from_state, to_state, note, details"
                    + " from filing_case_trail where case_id = ? order by id desc limit ?")
            .params(caseId, limit)
            .query(CaseRows::trail)
            .list();
    List<CaseTrail> oldestFirst = new ArrayList<>(newest);
    Collections.reverse(oldestFirst);
    return oldestFirst;
  }

  /** Remembers filings of a case, up to {@link #MOST_FILINGS}; gives how many it has then. */
  int addFilings(long caseId, Collection<String> numbers) {
    int known =
        jdbc.sql("select count(*) from filing_case_filing where case_id = ?")
            .param(caseId)
            .query(Integer.class)
            .single();
    if (numbers.isEmpty()) {
      return known;
    }
    Set<String> there =
        jdbc.sql(
                "select application_number from filing_case_filing"
                    + " where case_id = :id and application_number in (:numbers)")
            .param("id", caseId)
            .param("numbers", numbers)
            .query(String.class)
            .set();
    List<Object[]> rows =
        numbers.stream()
            .distinct()
            .filter(number -> !there.contains(number))
            .limit(Math.max(0, MOST_FILINGS - known))
            .map(number -> new Object[] {caseId, number})
            .toList();
    template.batchUpdate(
        "insert into filing_case_filing (case_id, application_number) values (?, ?)", rows);
    return known + rows.size();
  }

  /** Members of a group, by their key. */
  Map<String, String> members(long caseId) {
    Map<String, String> found = new LinkedHashMap<>();
    jdbc.sql(
            "select member_key, member_name from filing_case_member where case_id = ?"
                + " order by member_name, member_key")
        .param(caseId)
        .query(
            rs -> {
              found.put(rs.getString(1), rs.getString(2));
            });
    return found;
  }

  void replaceMembers(long caseId, List<Member> members) {
    template.update("delete from filing_case_member where case_id = ?", caseId);
    template.batchUpdate(
        "insert into filing_case_member (case_id, member_key, member_name) values (?, ?, ?)",
        members.stream().map(one -> new Object[] {caseId, one.key(), one.name()}).toList());
  }

  /** Cases of groups, of the same register, that an applicant is a member of. */
  List<FilingCase> groupsOf(String applicantKey, String register) {
    return jdbc.sql(
            "select c.* from filing_case c join filing_case_member m on m.case_id = c.id"
                + " where m.member_key = ? and c.register = ? and c.subject_type = 'group'"
                + " order by c.id limit 20")
        .params(applicantKey, register)
        .query(CaseRows::read)
        .list();
  }

  /** Cases that name a filing in which one of these values stands, newest first. */
  List<FilingCase> joined(Map<FilingColumn, Collection<String>> values, int limit) {
    Map<Long, FilingCase> found = new HashMap<>();
    values.forEach(
        (column, wanted) -> {
          if (!wanted.isEmpty()) {
            jdbc.sql(
                    "select c.* from filing_case c where c.id in (select n.case_id"
                        + " from filing_case_filing n join (select f.application_number"
                        + " from filing f where f."
                        + column.column()
                        + " in (:values) order by f.submitted_at desc limit :newest) f"
                        + " on f.application_number = n.application_number)"
                        + " order by c.updated_at desc, c.id limit :rows")
                .param("values", wanted)
                .param("newest", FilingRepository.NEWEST)
                .param("rows", limit)
                .query(CaseRows::read)
                .list()
                .forEach(one -> found.put(one.id, one));
          }
        });
    return found.values().stream()
        .sorted(Comparator.comparingLong((FilingCase one) -> one.updatedAt).reversed())
        .limit(limit)
        .toList();
  }

  /** Cases about accounts themselves. */
  List<FilingCase> aboutAccounts(Collection<String> accounts, int limit) {
    return accounts.isEmpty()
        ? List.of()
        : jdbc.sql(
                "select c.* from filing_case c where c.subject_type = 'account'"
                    + " and c.subject_key in (:accounts) order by c.updated_at desc limit :rows")
            .param("accounts", accounts)
            .param("rows", limit)
            .query(CaseRows::read)
            .list();
  }

  /** How many cases of the sample nobody has closed. */
  int openSamples() {
    return jdbc.sql(
            "select count(*) from filing_case where origin = 'sample'"
                + " and state not in ('confirmed', 'dismissed')")
        .query(Integer.class)
        .single();
  }

  boolean named(String applicationNumber) {
    return jdbc.sql("select count(*) from filing_case_filing where application_number = ?")
            .param(applicationNumber)
            .query(Integer.class)
            .single()
        > 0;
  }
}
