package io.zhidun.service.alert;

import io.zhidun.service.store.ColumnText;
import io.zhidun.service.store.Micros;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Reads and writes episodes, their trail and the fields they are found by. */
@Repository
class EpisodeRepository {
  private static final String INSERT =
      "insert into alert (revision, state, severity, rule_id, rule_name, rule_version, title_zh,"
          + " title_en, summary_zh, summary_en, group_json, system_name, asset, category, team,"
          + " detections, first_seen, last_seen, latest_detection, recovery, quiet_at, updated_at,"
          + " acknowledged_by, closed_by, closed_at, search_text, fingerprint, created_at, id)"
          + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
          + " ?, ?, ?)";
  private static final String UPDATE =
      "update alert set revision = ?, state = ?, severity = ?, rule_id = ?, rule_name = ?,"
          + " rule_version = ?, title_zh = ?, title_en = ?, summary_zh = ?, summary_en = ?,"
          + " group_json = ?, system_name = ?, asset = ?, category = ?, team = ?, detections = ?,"
          + " first_seen = ?, last_seen = ?, latest_detection = ?, recovery = ?, quiet_at = ?,"
          + " updated_at = ?, acknowledged_by = ?, closed_by = ?, closed_at = ?, search_text = ?"
          + " where fingerprint = ? and created_at = ? and id = ?";

  private final JdbcTemplate template;
  private final JdbcClient jdbc;
  private final EpisodeRows rows;

  EpisodeRepository(JdbcTemplate template, JdbcClient jdbc, JsonMapper json) {
    this.template = template;
    this.jdbc = jdbc;
    this.rows = new EpisodeRows(json);
  }

  /** The episode with this id, or the one that it became part of. */
  List<Episode> find(long id) {
    return jdbc.sql(
            "select * from alert where id = coalesce("
                + "(select survivor from alert_absorbed where id = :id), :id)")
        .param("id", id)
        .query(rows)
        .list();
  }

  /** Episodes of these fingerprints that a detection between the times may belong to. */
  List<Episode> reachable(Collection<String> fingerprints, long from, long to, long recovery) {
    return jdbc.sql(
            "select * from alert where fingerprint in (:fingerprints)"
                + " and last_seen + recovery >= :from and first_seen <= :to order by id")
        .param("fingerprints", fingerprints)
        .param("from", from)
        .param("to", to + recovery)
        .query(rows)
        .list();
  }

  /** Open episodes of a fingerprint. */
  List<Episode> open(String fingerprint) {
    return jdbc.sql(
            "select * from alert where fingerprint = ? and state in ('firing', 'acknowledged')"
                + " order by id")
        .param(fingerprint)
        .query(rows)
        .list();
  }

  /** Open episodes whose quiet time is over. */
  List<Episode> quiet(long now, int limit) {
    return jdbc.sql(
            "select * from alert where state in ('firing', 'acknowledged') and quiet_at < :now"
                + " order by quiet_at limit :limit")
        .param("now", now)
        .param("limit", limit)
        .query(rows)
        .list();
  }

  List<Episode> changedAfter(long revision, int limit) {
    return jdbc.sql("select * from alert where revision > ? order by revision limit ?")
        .params(revision, limit)
        .query(rows)
        .list();
  }

  /** Writes episodes, giving each the next revision. */
  void save(Collection<Episode> opened, Collection<Episode> updated, AlertCounter.Taken counter) {
    List<Episode> all = new ArrayList<>(opened);
    all.addAll(updated);
    all.forEach(episode -> episode.revision = counter.nextRevision());
    template.batchUpdate(INSERT, rows.values(opened));
    template.batchUpdate(UPDATE, rows.values(updated));
    saveTrail(all);
    saveFields(all);
  }

  private void saveTrail(List<Episode> episodes) {
    List<Object[]> entries = new ArrayList<>();
    for (Episode episode : episodes) {
      for (TrailEntry entry : episode.newTrail) {
        entries.add(
            new Object[] {
              episode.id,
              Micros.of(entry.at()),
              entry.actor(),
              entry.action().label(),
              ColumnText.fit(entry.note(), 4096)
            });
      }
      episode.newTrail.clear();
    }
    template.batchUpdate(
        "insert into alert_trail (alert_id, happened_at, actor, action, note)"
            + " values (?, ?, ?, ?, ?)",
        entries);
  }

  private void saveFields(List<Episode> episodes) {
    List<Long> ids = episodes.stream().filter(e -> !e.newFields.isEmpty()).map(e -> e.id).toList();
    if (ids.isEmpty()) {
      return;
    }
    Map<Long, Set<Map.Entry<String, String>>> known = fields(ids);
    List<Object[]> missing = new ArrayList<>();
    for (Episode episode : episodes) {
      Set<Map.Entry<String, String>> have =
          known.computeIfAbsent(episode.id, id -> new HashSet<>());
      for (Map.Entry<String, String> field : episode.newFields) {
        if (have.size() < Episode.MAX_FIELDS && have.add(field)) {
          missing.add(new Object[] {episode.id, field.getKey(), field.getValue()});
        }
      }
      episode.newFields.clear();
    }
    template.batchUpdate(
        "insert into alert_field (alert_id, field, field_value) values (?, ?, ?)", missing);
  }

  /** Values that an alert can be found by, by the name of the field. */
  Map<String, Set<String>> fields(long alert) {
    Map<String, Set<String>> found = new HashMap<>();
    jdbc.sql("select field, field_value from alert_field where alert_id = ?")
        .param(alert)
        .query(
            rs -> {
              found.computeIfAbsent(rs.getString(1), field -> new HashSet<>()).add(rs.getString(2));
            });
    return found;
  }

  private Map<Long, Set<Map.Entry<String, String>>> fields(List<Long> alerts) {
    Map<Long, Set<Map.Entry<String, String>>> known = new HashMap<>();
    jdbc.sql("select alert_id, field, field_value from alert_field where alert_id in (:alerts)")
        .param("alerts", alerts)
        .query(
            rs -> {
              known
                  .computeIfAbsent(rs.getLong(1), id -> new HashSet<>())
                  .add(Map.entry(rs.getString(2), rs.getString(3)));
            });
    return known;
  }

  List<TrailEntry> trail(long alert) {
    return jdbc.sql(
            "select happened_at, actor, action, note from alert_trail where alert_id = ?"
                + " order by id limit 1000")
        .param(alert)
        .query(EpisodeRows::trail)
        .list();
  }

  /** Whether anybody has done something with the alert. */
  boolean touched(long alert) {
    return jdbc.sql("select count(*) from alert_trail where alert_id = ? and actor <> ?")
            .params(alert, TrailEntry.SYSTEM)
            .query(Long.class)
            .single()
        > 0;
  }

  /** Moves what belongs to {@code absorbed} over to {@code survivor} and deletes it. */
  void absorb(long absorbed, long survivor) {
    template.update("update detection set alert_id = ? where alert_id = ?", survivor, absorbed);
    template.update("update alert_trail set alert_id = ? where alert_id = ?", survivor, absorbed);
    template.update(
        "insert into alert_field (alert_id, field, field_value)"
            + " select ?, f.field, f.field_value from alert_field f where f.alert_id = ?"
            + " and not exists (select 1 from alert_field g where g.alert_id = ?"
            + " and g.field = f.field and g.field_value = f.field_value)",
        survivor,
        absorbed,
        survivor);
    delete(absorbed);
    template.update(
        "update alert_absorbed set survivor = ? where survivor = ?", survivor, absorbed);
    template.update("insert into alert_absorbed (id, survivor) values (?, ?)", absorbed, survivor);
  }

  void delete(long alert) {
    template.update("delete from alert where id = ?", alert);
  }

  void forgetFields(long alert) {
    template.update("delete from alert_field where alert_id = ?", alert);
  }
}
