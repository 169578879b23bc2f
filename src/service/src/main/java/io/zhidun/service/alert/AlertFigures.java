package io.zhidun.service.alert;

import io.zhidun.events.Severity;
import io.zhidun.service.store.Micros;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What alerts, and what people did with them, say of the watching itself. */
@Repository
public class AlertFigures {
  private static final int MOST = 2_000;

  private final JdbcClient jdbc;

  AlertFigures(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * An alert as far as these figures need it.
   *
   * @param severe high or critical
   * @param complete it says from where, against what, of which kind and when
   * @param delay from the last thing that happened to the alert being there
   * @param firstActAt when a person first did something with it, null where nobody did
   * @param closed by a person
   * @param explained a person wrote a note of more than a few words
   */
  public record Handled(
      long id,
      boolean severe,
      boolean complete,
      Instant createdAt,
      Duration delay,
      @Nullable Instant firstActAt,
      boolean closed,
      boolean explained) {}

  /** Alerts that came up since a time, newest first, at most 2,000. */
  public List<Handled> since(Instant from) {
    return jdbc.sql(
            "select a.id, a.severity, a.category, a.first_seen, a.created_at, a.closed_by,"
                + " (select min(t.happened_at) from alert_trail t where t.alert_id = a.id"
                + " and t.actor <> 'system') first_act,"
                + " (select count(*) from alert_trail t where t.alert_id = a.id"
                + " and t.actor <> 'system' and length(t.note) >= 10) notes,"
                + " (select count(*) from alert_field f where f.alert_id = a.id and f.field in"
                + " ('source.ip', 'user.name', 'host.name', 'device.id')) origins, a.asset,"
                + " a.system_name, (select min(d.received_at - d.happened_at) from detection d"
                + " where d.alert_id = a.id) delay"
                + " from alert a where a.created_at >= ? and a.rule_name not like 'canary-%'"
                + " order by a.created_at desc, a.id desc limit ?")
        .params(Micros.of(from), MOST)
        .query(
            (rs, row) -> {
              long act = rs.getLong("first_act");
              Instant first = rs.wasNull() ? null : Micros.instant(act);
              boolean target =
                  !rs.getString("asset").isEmpty() || !rs.getString("system_name").isEmpty();
              return new Handled(
                  rs.getLong("id"),
                  rs.getInt("severity") >= Severity.HIGH.ordinal(),
                  rs.getLong("origins") > 0 && target && !rs.getString("category").isEmpty(),
                  Micros.instant(rs.getLong("created_at")),
                  Duration.ofMillis(Math.max(0, rs.getLong("delay")) / 1_000),
                  first,
                  rs.getString("closed_by") != null,
                  rs.getLong("notes") > 0);
            })
        .list();
  }
}
