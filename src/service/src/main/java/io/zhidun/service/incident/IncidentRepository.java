package io.zhidun.service.incident;

import io.zhidun.cause.Texts;
import io.zhidun.cause.fact.Fact;
import io.zhidun.cause.fact.Signal;
import io.zhidun.cause.rank.ExplanationJson;
import io.zhidun.events.Severity;
import io.zhidun.service.store.ColumnText;
import io.zhidun.service.store.Micros;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Incidents, their facts and what people did, as the database keeps them. */
@Repository
class IncidentRepository {
  private static final int MOST_SUMMARY = 4_096;
  private static final String SELECT =
      "select id, state, severity, explanation, opened_at, updated_at, acknowledged_by,"
          + " resolved_by, resolved_at from incident ";

  private final JdbcTemplate template;
  private final JdbcClient jdbc;

  IncidentRepository(JdbcTemplate template, JdbcClient jdbc) {
    this.template = template;
    this.jdbc = jdbc;
  }

  /** Up to where alerts have become facts. */
  record Position(long revision, long lastIncident) {}

  /** A fact and the incident that it lies under, or null. */
  record Held(Fact fact, @Nullable Long incident) {}

  /** Something that a person did. */
  record Entry(Instant at, String by, String action, String note) {}

  /** Reads the position and keeps others from changing it until the transaction ends. */
  Position lock() {
    return jdbc.sql("select revision, last_incident from incident_position where id = 1 for update")
        .query((rs, row) -> new Position(rs.getLong(1), rs.getLong(2)))
        .single();
  }

  long revision() {
    return jdbc.sql("select revision from incident_position where id = 1")
        .query(Long.class)
        .single();
  }

  void save(Position position) {
    jdbc.sql("update incident_position set revision = ?, last_incident = ? where id = 1")
        .params(position.revision(), position.lastIncident())
        .update();
  }

  /**
   * Adds a fact that is not there yet.
   *
   * @return false where its id is known
   */
  boolean add(Fact fact) {
    if (jdbc.sql("select count(*) from incident_fact where id = ?")
            .param(fact.id())
            .query(Long.class)
            .single()
        > 0) {
      return false;
    }
    jdbc.sql(
            "insert into incident_fact (id, node, happened_at, signal, severity, title_zh,"
                + " title_en) values (?, ?, ?, ?, ?, ?, ?)")
        .params(
            fact.id(),
            fact.node(),
            Micros.of(fact.at()),
            fact.signal().name(),
            fact.severity(),
            fact.title().zh(),
            fact.title().en())
        .update();
    return true;
  }

  List<Held> factsBetween(Instant from, Instant to, int most) {
    return jdbc.sql(
            "select id, node, happened_at, signal, severity, title_zh, title_en, incident_id"
                + " from incident_fact where happened_at between ? and ?"
                + " order by happened_at desc, id desc limit ?")
        .params(Micros.of(from), Micros.of(to), most)
        .query(IncidentRepository::held)
        .list();
  }

  void assign(Collection<String> facts, long incident) {
    template.batchUpdate(
        "update incident_fact set incident_id = ? where id = ? and incident_id is null",
        facts.stream().map(id -> new Object[] {incident, id}).toList());
  }

  List<String> factsOf(long incident) {
    return jdbc.sql("select id from incident_fact where incident_id = ? order by happened_at, id")
        .param(incident)
        .query(String.class)
        .list();
  }

  void insert(Incident one) {
    jdbc.sql(
            "insert into incident (state, severity, summary_zh, summary_en, cause_node, alerts,"
                + " onset, last_fact, updated_at, acknowledged_by, resolved_by, resolved_at,"
                + " explanation, opened_at, id)"
                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .params(values(one, Micros.of(one.openedAt())))
        .update();
  }

  void update(Incident one) {
    jdbc.sql(
            "update incident set state = ?, severity = ?, summary_zh = ?, summary_en = ?,"
                + " cause_node = ?, alerts = ?, onset = ?, last_fact = ?, updated_at = ?,"
                + " acknowledged_by = ?, resolved_by = ?, resolved_at = ?, explanation = ?,"
                + " opened_at = ? where id = ?")
        .params(values(one, Micros.of(one.openedAt())))
        .update();
  }

  private static List<@Nullable Object> values(Incident one, long opened) {
    Texts summary = one.explanation().summary();
    return Arrays.asList(
        one.state().label(),
        one.severity().ordinal(),
        ColumnText.fit(summary.zh(), MOST_SUMMARY),
        ColumnText.fit(summary.en(), MOST_SUMMARY),
        one.causeNode(),
        one.explanation().alerts(),
        Micros.of(one.explanation().onset()),
        Micros.of(one.explanation().last()),
        Micros.of(one.updatedAt()),
        one.acknowledgedBy(),
        one.resolvedBy(),
        one.resolvedAt() == null ? null : Micros.of(one.resolvedAt()),
        ExplanationJson.write(one.explanation()),
        opened,
        one.id());
  }

  Optional<Incident> find(long id) {
    return jdbc.sql(SELECT + "where id = ?").param(id).query(IncidentRepository::row).optional();
  }

  /** The latest first. */
  List<Incident> list(Collection<IncidentState> states, int limit) {
    return jdbc.sql(
            SELECT + "where state in (:states) order by opened_at desc, id desc limit :rows")
        .param("states", states.stream().map(IncidentState::label).toList())
        .param("rows", limit)
        .query(IncidentRepository::row)
        .list();
  }

  long count(Collection<IncidentState> states) {
    return jdbc.sql("select count(*) from incident where state in (:states)")
        .param("states", states.stream().map(IncidentState::label).toList())
        .query(Long.class)
        .single();
  }

  /** The last that was resolved with the same cause, before this one. */
  Optional<Incident> similar(Incident one) {
    return jdbc.sql(
            SELECT
                + "where cause_node = ? and id < ? and resolved_at is not null"
                + " order by resolved_at desc, id desc limit 1")
        .params(Arrays.asList(one.causeNode(), one.id()))
        .query(IncidentRepository::row)
        .optional();
  }

  void add(long incident, Entry entry) {
    jdbc.sql(
            "insert into incident_entry (incident_id, position, happened_at, account, action, note)"
                + " select ?, coalesce(max(position), 0) + 1, ?, ?, ?, ? from incident_entry"
                + " where incident_id = ?")
        .params(incident, Micros.of(entry.at()), entry.by(), entry.action(), entry.note(), incident)
        .update();
  }

  List<Entry> trail(long incident) {
    return jdbc.sql(
            "select happened_at, account, action, note from incident_entry where incident_id = ?"
                + " order by position")
        .param(incident)
        .query(
            (rs, row) ->
                new Entry(
                    Micros.instant(rs.getLong(1)),
                    rs.getString(2),
                    rs.getString(3),
                    rs.getString(4)))
        .list();
  }

  private static Held held(ResultSet rs, int row) throws SQLException {
    Fact fact =
        new Fact(
            rs.getString(1),
            rs.getString(2),
            Micros.instant(rs.getLong(3)),
            Signal.valueOf(rs.getString(4)),
            rs.getInt(5),
            new Texts(rs.getString(6), rs.getString(7)));
    long incident = rs.getLong(8);
    return new Held(fact, rs.wasNull() ? null : incident);
  }

  private static Incident row(ResultSet rs, int row) throws SQLException {
    long resolved = rs.getLong(9);
    Instant resolvedAt = rs.wasNull() ? null : Micros.instant(resolved);
    return new Incident(
        rs.getLong(1),
        IncidentState.of(rs.getString(2)),
        Severity.values()[rs.getInt(3)],
        ExplanationJson.read(rs.getString(4)),
        Micros.instant(rs.getLong(5)),
        Micros.instant(rs.getLong(6)),
        rs.getString(7),
        rs.getString(8),
        resolvedAt);
  }
}
