package io.zhidun.service.alert;

import io.zhidun.service.store.Micros;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What each rule found, as far as its alerts are still stored. */
@Repository
public class RuleHits {
  private final JdbcClient jdbc;

  RuleHits(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @param alerts number of alerts
   * @param detections number of detections that they gathered
   * @param last event time of the last detection, or null
   */
  public record Hits(long alerts, long detections, @Nullable Instant last) {
    public static final Hits NONE = new Hits(0, 0, null);
  }

  /** By rule id; rules that found nothing are left out. */
  public Map<String, Hits> byRule() {
    Map<String, Hits> found = new HashMap<>();
    jdbc.sql(
            "select rule_id, count(*), sum(detections), max(last_seen) from alert"
                + " group by rule_id")
        .query(
            rs -> {
              found.put(
                  rs.getString(1),
                  new Hits(rs.getLong(2), rs.getLong(3), Micros.instant(rs.getLong(4))));
            });
    return found;
  }
}
