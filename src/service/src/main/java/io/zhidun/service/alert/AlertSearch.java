package io.zhidun.service.alert;

import io.zhidun.events.BilingualText;
import io.zhidun.events.Severity;
import io.zhidun.service.web.Cursor;
import io.zhidun.service.web.Page;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Finds and counts alerts. */
@Repository
class AlertSearch {
  private final JdbcClient jdbc;
  private final EpisodeRows rows;

  AlertSearch(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.rows = new EpisodeRows(json);
  }

  Page<AlertRow> page(
      AlertFilter filter, AlertOrder.Directed order, @Nullable Cursor cursor, int limit) {
    long total = total(filter);
    AlertConditions conditions = new AlertConditions(filter);
    if (cursor != null) {
      order.after(cursor, conditions);
    }
    List<Episode> found =
        jdbc.sql("select a.* from alert a" + conditions.where() + order.clause() + " limit :rows")
            .params(conditions.with("rows", limit + 1).values())
            .query(rows)
            .list();
    boolean more = found.size() > limit;
    List<Episode> items = more ? found.subList(0, limit) : found;
    String next = more ? order.cursor(items.get(limit - 1)).encode() : null;
    return new Page<>(items.stream().map(AlertRow::of).toList(), next, total);
  }

  private long total(AlertFilter filter) {
    AlertConditions conditions = new AlertConditions(filter);
    return jdbc.sql("select count(*) from alert a" + conditions.where())
        .params(conditions.values())
        .query(Long.class)
        .single();
  }

  Facets facets(AlertFilter filter) {
    AlertConditions conditions = new AlertConditions(filter);
    Facets facets = new Facets();
    jdbc.sql(
            "select a.state, a.severity, a.system_name, a.rule_name, max(a.title_zh),"
                + " max(a.title_en), count(*) from alert a"
                + conditions.where()
                + " group by a.state, a.severity, a.system_name, a.rule_name")
        .params(conditions.values())
        .query(
            rs -> {
              facets.add(
                  rs.getString(1),
                  Severity.values()[rs.getInt(2)].label(),
                  rs.getString(3),
                  rs.getString(4),
                  new BilingualText(rs.getString(5), rs.getString(6)),
                  rs.getLong(7));
            });
    return facets;
  }

  /** First and last time and severity of every alert that the filter leaves. */
  List<Span> spans(AlertFilter filter) {
    AlertConditions conditions = new AlertConditions(filter);
    return jdbc.sql(
            "select a.first_seen, a.last_seen, a.severity from alert a" + conditions.where())
        .params(conditions.values())
        .query((rs, row) -> new Span(rs.getLong(1), rs.getLong(2), rs.getInt(3)))
        .list();
  }

  /** Most frequent values of a field, or of a column where {@code by} is system or rule. */
  List<Top> top(String by, AlertFilter filter, int limit) {
    AlertConditions conditions = new AlertConditions(filter);
    boolean column = by.equals("system") || by.equals("rule");
    String value = column ? "a." + by + "_name" : "f.field_value";
    String from = column ? "alert a" : "alert_field f join alert a on a.id = f.alert_id";
    conditions.and(column ? value + " <> ''" : "f.field = :by").with("by", by);
    return jdbc.sql(
            "select "
                + value
                + ", count(*) from "
                + from
                + conditions.where()
                + " group by "
                + value
                + " order by count(*) desc, "
                + value
                + " limit :rows")
        .params(conditions.with("rows", limit).values())
        .query((rs, row) -> new Top(rs.getString(1), rs.getLong(2)))
        .list();
  }

  record Span(long first, long last, int severity) {}

  record Top(String value, long count) {}

  /** How many alerts there are by state, severity, system and rule name. */
  static final class Facets {
    public final Map<String, Long> state = new TreeMap<>();
    public final Map<String, Long> severity = new TreeMap<>();
    public final Map<String, Long> system = new TreeMap<>();
    public final Map<String, RuleCount> rule = new TreeMap<>();

    void add(
        String state, String severity, String system, String rule, BilingualText title, long n) {
      this.state.merge(state, n, Long::sum);
      this.severity.merge(severity, n, Long::sum);
      if (!system.isEmpty()) {
        this.system.merge(system, n, Long::sum);
      }
      this.rule.merge(
          rule, new RuleCount(n, title), (a, b) -> new RuleCount(a.count() + b.count(), b.title()));
    }
  }

  record RuleCount(long count, BilingualText title) {}
}
