package io.zhidun.service.alert;

import io.zhidun.events.BilingualText;
import io.zhidun.events.RuleReference;
import io.zhidun.events.Severity;
import io.zhidun.service.alert.TrailEntry.Action;
import io.zhidun.service.store.ColumnText;
import io.zhidun.service.store.Micros;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Rows of the table {@code alert}, to and fro. */
final class EpisodeRows implements RowMapper<Episode> {
  private static final TypeReference<Map<String, String>> GROUP = new TypeReference<>() {};
  private static final int MAX_SEARCH_TEXT = 8192;

  private final JsonMapper json;

  EpisodeRows(JsonMapper json) {
    this.json = json;
  }

  @Override
  public Episode mapRow(ResultSet rs, int row) throws SQLException {
    Episode episode =
        new Episode(
            rs.getLong("id"),
            rs.getString("fingerprint"),
            rs.getLong("created_at"),
            face(rs),
            Severity.values()[rs.getInt("severity")]);
    episode.revision = rs.getLong("revision");
    episode.state = AlertState.of(rs.getString("state"));
    episode.detections = rs.getLong("detections");
    episode.firstSeen = rs.getLong("first_seen");
    episode.lastSeen = rs.getLong("last_seen");
    episode.recovery = rs.getLong("recovery");
    episode.quietAt = rs.getLong("quiet_at");
    episode.updatedAt = rs.getLong("updated_at");
    episode.acknowledgedBy = rs.getString("acknowledged_by");
    episode.closedBy = rs.getString("closed_by");
    long closedAt = rs.getLong("closed_at");
    episode.closedAt = rs.wasNull() ? null : closedAt;
    return episode;
  }

  private Face face(ResultSet rs) throws SQLException {
    return new Face(
        rs.getString("latest_detection"),
        new RuleReference(
            rs.getString("rule_id"),
            rs.getString("rule_name"),
            rs.getString("rule_version"),
            new BilingualText(rs.getString("title_zh"), rs.getString("title_en"))),
        new BilingualText(rs.getString("summary_zh"), rs.getString("summary_en")),
        json.readValue(rs.getString("group_json"), GROUP),
        rs.getString("system_name"),
        rs.getString("asset"),
        rs.getString("category"),
        rs.getString("team"));
  }

  static TrailEntry trail(ResultSet rs, int row) throws SQLException {
    return new TrailEntry(
        Micros.instant(rs.getLong(1)),
        rs.getString(2),
        Action.valueOf(rs.getString(3).toUpperCase(Locale.ROOT)),
        rs.getString(4));
  }

  List<Object[]> values(Collection<Episode> episodes) {
    return episodes.stream().map(this::values).toList();
  }

  private @Nullable Object[] values(Episode episode) {
    Face face = episode.face;
    return new @Nullable Object[] {
      episode.revision,
      episode.state.label(),
      episode.severity.ordinal(),
      face.rule().id(),
      face.rule().name(),
      face.rule().version(),
      face.rule().title().zh(),
      face.rule().title().en(),
      face.summary().zh(),
      face.summary().en(),
      json.writeValueAsString(face.group()),
      face.system(),
      face.asset(),
      face.category(),
      face.team(),
      episode.detections,
      episode.firstSeen,
      episode.lastSeen,
      face.detection(),
      episode.recovery,
      episode.quietAt,
      episode.updatedAt,
      episode.acknowledgedBy,
      episode.closedBy,
      episode.closedAt,
      searchText(episode),
      episode.fingerprint,
      episode.createdAt,
      episode.id
    };
  }

  private static String searchText(Episode episode) {
    Face face = episode.face;
    String text =
        String.join(
            "\n",
            AlertRow.number(episode.id),
            face.summary().zh(),
            face.summary().en(),
            face.rule().name(),
            face.rule().title().zh(),
            face.rule().title().en(),
            String.join("\n", face.group().values()),
            face.system(),
            face.asset(),
            face.category());
    return ColumnText.fit(text.toLowerCase(Locale.ROOT), MAX_SEARCH_TEXT);
  }
}
