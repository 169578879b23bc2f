package io.zhidun.service.filingcase;

import io.zhidun.service.filingcase.CaseTrail.Act;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Cases and their trail as rows. */
final class CaseRows {
  private CaseRows() {}

  static FilingCase read(ResultSet rs, int row) throws SQLException {
    FilingCase one =
        new FilingCase(
            rs.getLong("id"),
            rs.getString("number"),
            rs.getString("case_key"),
            new SubjectRef(
                rs.getString("subject_type"),
                rs.getString("subject_key"),
                rs.getString("subject_name")),
            rs.getString("register"),
            rs.getString("origin"),
            rs.getLong("opened_at"));
    one.state = CaseState.of(rs.getString("state"));
    one.tier = Tier.ofColumn(rs.getInt("tier"));
    one.scoreMillionths = rs.getLong("score_millionths");
    one.kinds = list(rs.getString("kinds"));
    one.filingCount = rs.getLong("filing_count");
    one.memberCount = rs.getLong("member_count");
    one.updatedAt = rs.getLong("updated_at");
    one.lastSignalAt = rs.getLong("last_signal_at");
    one.dueAt = rs.getLong("due_at");
    one.withdrawnAt = nullable(rs, "withdrawn_at");
    one.closedAt = nullable(rs, "closed_at");
    one.assignee = rs.getString("assignee");
    one.searchText = rs.getString("search_text");
    return one;
  }

  private static @Nullable Long nullable(ResultSet rs, String column) throws SQLException {
    long value = rs.getLong(column);
    return rs.wasNull() ? null : value;
  }

  static Object[] insertValues(FilingCase one) {
    List<Object> values = values(one);
    values.add(one.caseKey);
    values.add(one.number);
    values.add(one.subject.type());
    values.add(one.subject.key());
    values.add(one.register);
    values.add(one.openedAt);
    values.add(one.origin);
    values.add(one.id);
    return values.toArray();
  }

  static Object[] updateValues(FilingCase one) {
    List<Object> values = values(one);
    values.add(one.id);
    return values.toArray();
  }

  private static List<Object> values(FilingCase one) {
    List<Object> values = new ArrayList<>();
    values.add(one.subject.name());
    values.add(one.state.label());
    values.add(Tier.column(one.tier));
    values.add(one.scoreMillionths);
    values.add(text(one.kinds));
    values.add(one.filingCount);
    values.add(one.memberCount);
    values.add(one.updatedAt);
    values.add(one.lastSignalAt);
    values.add(one.dueAt);
    values.add(one.withdrawnAt);
    values.add(one.closedAt);
    values.add(one.assignee);
    values.add(one.searchText);
    return values;
  }

  /** A list as ",P6,P1,": each can be looked for with its commas. */
  static String text(List<String> values) {
    return values.isEmpty() ? "," : "," + String.join(",", values) + ",";
  }

  static List<String> list(String text) {
    return Arrays.stream(text.split(",", -1)).filter(one -> !one.isEmpty()).toList();
  }

  static CaseTrail trail(ResultSet rs, int row) throws SQLException {
    return new CaseTrail(
        rs.getLong(1),
        rs.getString(2),
        Act.of(rs.getString(3)),
        state(rs.getString(4)),
        state(rs.getString(5)),
        rs.getString(6),
        rs.getString(7));
  }

  private static @Nullable CaseState state(@Nullable String label) {
    return label == null ? null : CaseState.of(label);
  }
}
