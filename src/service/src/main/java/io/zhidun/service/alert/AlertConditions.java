package io.zhidun.service.alert;

import io.zhidun.events.Severity;
import io.zhidun.service.store.Micros;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A filter as an SQL condition on the table {@code alert a}; every value is a parameter. */
final class AlertConditions {
  private final List<String> conditions = new ArrayList<>();
  private final Map<String, Object> values = new HashMap<>();

  AlertConditions(AlertFilter filter) {
    in("a.state", filter.states().stream().map(AlertState::label).toList());
    in("a.severity", filter.severities().stream().map(Severity::ordinal).toList());
    in("a.system_name", filter.systems());
    in("a.rule_name", filter.rules());
    fields(filter.fields());
    if (filter.text() != null) {
      and("a.search_text like :text escape '!'");
      values.put("text", "%" + escaped(filter.text().toLowerCase(Locale.ROOT)) + "%");
    }
    if (filter.from() != null) {
      and("a.last_seen >= :seenFrom");
      values.put("seenFrom", Micros.of(filter.from()));
    }
    if (filter.to() != null) {
      and("a.first_seen < :seenTo");
      values.put("seenTo", Micros.of(filter.to()));
    }
  }

  AlertConditions and(String condition) {
    conditions.add(condition);
    return this;
  }

  AlertConditions with(String name, Object value) {
    values.put(name, value);
    return this;
  }

  private void in(String column, List<?> wanted) {
    if (!wanted.isEmpty()) {
      String name = "p" + values.size();
      and(column + " in (:" + name + ")");
      values.put(name, wanted);
    }
  }

  private void fields(List<Map.Entry<String, String>> wanted) {
    Map<String, List<String>> byField = new LinkedHashMap<>();
    wanted.forEach(
        e -> byField.computeIfAbsent(e.getKey(), f -> new ArrayList<>()).add(e.getValue()));
    byField.forEach(
        (field, alternatives) -> {
          String name = "f" + values.size();
          and(
              "a.id in (select alert_id from alert_field where field = :"
                  + name
                  + " and field_value in (:"
                  + name
                  + "v))");
          values.put(name, field);
          values.put(name + "v", alternatives);
        });
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
