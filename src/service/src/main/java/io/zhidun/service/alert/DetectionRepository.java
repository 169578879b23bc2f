package io.zhidun.service.alert;

import io.zhidun.events.Severity;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes detections, one row each by id. */
@Repository
class DetectionRepository {
  private static final String COLUMNS =
      "id, alert_id, fingerprint, happened_at, recovery, severity, events, digest";

  private final JdbcTemplate template;
  private final JdbcClient jdbc;

  DetectionRepository(JdbcTemplate template, JdbcClient jdbc) {
    this.template = template;
    this.jdbc = jdbc;
  }

  Map<String, Stored> find(Collection<String> ids) {
    Map<String, Stored> found = new HashMap<>();
    if (!ids.isEmpty()) {
      jdbc.sql("select " + COLUMNS + " from detection where id in (:ids)")
          .param("ids", ids)
          .query((rs, row) -> stored(rs))
          .list()
          .forEach(stored -> found.put(stored.id(), stored));
    }
    return found;
  }

  /** An alert's newest detections in event time, newest first. */
  List<Stored> latest(long alert, int limit) {
    return jdbc.sql(
            "select "
                + COLUMNS
                + " from detection where alert_id = ?"
                + " order by happened_at desc, id desc limit ?")
        .params(alert, limit)
        .query((rs, row) -> stored(rs))
        .list();
  }

  /** All detections of an alert, oldest first. */
  List<Stored> all(long alert) {
    return jdbc.sql(
            "select " + COLUMNS + " from detection where alert_id = ? order by happened_at, id")
        .param(alert)
        .query((rs, row) -> stored(rs))
        .list();
  }

  private static Stored stored(ResultSet rs) throws SQLException {
    return new Stored(
        rs.getString(1),
        rs.getLong(2),
        rs.getString(3),
        rs.getLong(4),
        rs.getLong(5),
        Severity.values()[rs.getInt(6)],
        rs.getLong(7),
        rs.getString(8));
  }

  String body(String id) {
    return jdbc.sql("select body from detection_body where id = ?")
        .param(id)
        .query(String.class)
        .single();
  }

  void insert(Map<Draft, Episode> placed) {
    template.batchUpdate(
        "insert into detection (id, alert_id, fingerprint, happened_at, recovery, severity,"
            + " events, received_at, digest) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        placed.entrySet().stream().map(e -> values(e.getKey(), e.getValue())).toList());
    template.batchUpdate(
        "insert into detection_body (id, body) values (?, ?)",
        placed.keySet().stream().map(d -> new Object[] {d.id(), d.body()}).toList());
  }

  private static Object[] values(Draft draft, Episode episode) {
    return new Object[] {
      draft.id(),
      episode.root().id,
      draft.content().fingerprint(),
      draft.time(),
      draft.recovery(),
      draft.content().decision().severity().ordinal(),
      draft.detection().count(),
      draft.detection().receivedMicros(),
      draft.digest()
    };
  }

  /** Overwrites what a replay says differently. */
  void update(Draft draft) {
    template.update(
        "update detection set happened_at = ?, recovery = ?, severity = ?, events = ?,"
            + " received_at = ?, digest = ? where id = ?",
        draft.time(),
        draft.recovery(),
        draft.content().decision().severity().ordinal(),
        draft.detection().count(),
        draft.detection().receivedMicros(),
        draft.digest(),
        draft.id());
    template.update("update detection_body set body = ? where id = ?", draft.body(), draft.id());
  }

  void move(List<String> ids, long alert) {
    template.batchUpdate(
        "update detection set alert_id = ? where id = ?",
        ids.stream().map(id -> new Object[] {alert, id}).toList());
  }

  void delete(String id) {
    template.update("delete from detection where id = ?", id);
  }

  /** A detection without its evidence. */
  record Stored(
      String id,
      long alert,
      String fingerprint,
      long time,
      long recovery,
      Severity severity,
      long events,
      String digest) {}
}
