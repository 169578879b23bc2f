package io.zhidun.service.alert;

import io.zhidun.events.BilingualText;
import io.zhidun.events.RuleReference;
import io.zhidun.events.Severity;
import io.zhidun.service.store.Micros;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An alert as lists and the live stream show it. */
public record AlertRow(
    String id,
    String number,
    String fingerprint,
    AlertState state,
    Severity severity,
    RuleReference rule,
    BilingualText summary,
    Map<String, String> group,
    String system,
    String asset,
    String category,
    String team,
    long count,
    Instant firstSeen,
    Instant lastSeen,
    Instant createdAt,
    @Nullable String acknowledgedBy,
    @Nullable String closedBy,
    Instant updatedAt) {
  public AlertRow {
    group = Collections.unmodifiableMap(new LinkedHashMap<>(group));
  }

  static AlertRow of(Episode episode) {
    Face face = episode.face;
    return new AlertRow(
        Long.toString(episode.id),
        number(episode.id),
        episode.fingerprint,
        episode.state,
        episode.severity,
        face.rule(),
        face.summary(),
        face.group(),
        face.system(),
        face.asset(),
        face.category(),
        face.team(),
        episode.detections,
        Micros.instant(episode.firstSeen),
        Micros.instant(episode.lastSeen),
        Micros.instant(episode.createdAt),
        episode.acknowledgedBy,
        episode.closedBy,
        Micros.instant(episode.updatedAt));
  }

  static String number(long id) {
    return String.format(Locale.ROOT, "AL-%06d", id);
  }
}
