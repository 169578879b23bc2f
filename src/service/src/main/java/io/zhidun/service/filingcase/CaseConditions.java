package io.zhidun.service.filingcase;

import io.zhidun.service.store.Micros;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A filter as an SQL condition on the table {@code filing_case c}; every value is a parameter. */
final class CaseConditions {
  private final List<String> conditions = new ArrayList<>();
  private final Map<String, Object> values = new HashMap<>();

  CaseConditions(CaseFilter filter) {
    in("c.state", filter.states().stream().map(CaseState::label).toList());
    in("c.tier", filter.tiers().stream().map(Tier::ordinal).toList());
    in("c.register", filter.registers());
    in("c.subject_type", filter.subjectTypes());
    kinds(filter.kinds());
    assignees(filter.assignees());
    if (filter.text() != null) {
      text(filter.text());
    }
    if (filter.from() != null) {
      and("c.opened_at >= :openedFrom").with("openedFrom", Micros.of(filter.from()));
    }
    if (filter.to() != null) {
      and("c.opened_at < :openedTo").with("openedTo", Micros.of(filter.to()));
    }
  }

  CaseConditions and(String condition) {
    conditions.add(condition);
    return this;
  }

  CaseConditions with(String name, Object value) {
    values.put(name, value);
    return this;
  }

  private void in(String column, List<?> wanted) {
    if (!wanted.isEmpty()) {
      String name = "p" + values.size();
      and(column + " in (:" + name + ")").with(name, wanted);
    }
  }

  private void kinds(List<String> wanted) {
    List<String> alternatives = new ArrayList<>();
    for (String kind : wanted) {
      String name = "p" + values.size();
      alternatives.add("c.kinds like :" + name);
      // A kind is a letter and digits: nothing in it means anything to LIKE.
      with(name, "%," + kind + ",%");
    }
    if (!alternatives.isEmpty()) {
      and("(" + String.join(" or ", alternatives) + ")");
    }
  }

  private void assignees(List<String> wanted) {
    if (wanted.isEmpty()) {
      return;
    }
    String nobody = wanted.contains(CaseFilter.NOBODY) ? "c.assignee is null or " : "";
    and("(" + nobody + "c.assignee in (:assignees))").with("assignees", wanted);
  }

  private void text(String text) {
    and("(c.search_text like :text escape '!' or exists (select 1 from filing_case_filing n"
            + " where n.case_id = c.id and n.application_number = :number))")
        .with("text", "%" + escaped(text.toLowerCase(Locale.ROOT)) + "%")
        .with("number", number(text));
  }

  /**
   * An application number as it may be typed: with CN, blanks and the dot before its check digit.
   */
  private static String number(String text) {
    String plain = text.replaceAll("[\\s.\0]", "");
    return plain.regionMatches(true, 0, "CN", 0, 2) ? plain.substring(2) : plain;
  }

  /** Makes the signs that LIKE gives a meaning plain. */
  private static String escaped(String text) {
    return text.replace("!", "!!").replace("%", "!%").replace("_", "!_").replace("\0", "");
  }

  /** The conditions as a WHERE clause, or nothing. */
  String where() {
    return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
  }

  Map<String, Object> values() {
    return values;
  }
}
