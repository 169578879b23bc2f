package io.zhidun.service.alert;

import io.zhidun.events.BilingualText;
import io.zhidun.events.Severity;
import io.zhidun.service.store.Micros;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Finds alerts by what they are about, for other features. */
@Service
public class AlertFinder {
  private final JdbcClient jdbc;

  AlertFinder(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Alerts in which one of the values stands in its field, latest first, each once.
   *
   * @param wanted values by the name of the field
   */
  public List<Hit> find(Map<String, ? extends Collection<String>> wanted, int limit) {
    List<Hit> found = new ArrayList<>();
    wanted.forEach(
        (field, values) -> {
          if (!values.isEmpty()) {
            found.addAll(find(field, values, limit));
          }
        });
    found.sort(Comparator.comparing(Hit::lastSeen).thenComparing(Hit::id).reversed());
    Map<String, Hit> once = new LinkedHashMap<>();
    found.forEach(hit -> once.putIfAbsent(hit.id(), hit));
    return once.values().stream().limit(limit).toList();
  }

  private List<Hit> find(String field, Collection<String> values, int limit) {
    return jdbc.sql(
            "select a.id, a.title_zh, a.title_en, a.severity, a.state, a.last_seen, f.field_value"
                + " from alert_field f join alert a on a.id = f.alert_id"
                + " where f.field = :field and f.field_value in (:values)"
                + " order by a.last_seen desc, a.id desc limit :rows")
        .param("field", field)
        .param("values", values)
        .param("rows", limit)
        .query(
            (rs, row) ->
                new Hit(
                    Long.toString(rs.getLong(1)),
                    new BilingualText(rs.getString(2), rs.getString(3)),
                    Severity.values()[rs.getInt(4)],
                    AlertState.of(rs.getString(5)),
                    Micros.instant(rs.getLong(6)),
                    new By(field, rs.getString(7))))
        .list();
  }

  /** An alert, and what it was found by. */
  public record Hit(
      String id,
      BilingualText ruleTitle,
      Severity severity,
      AlertState state,
      Instant lastSeen,
      By by) {}

  /** A field and its value. */
  public record By(String field, String value) {}
}
