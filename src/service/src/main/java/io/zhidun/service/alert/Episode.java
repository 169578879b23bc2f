package io.zhidun.service.alert;

import io.zhidun.events.AlertDraft;
import io.zhidun.events.Severity;
import io.zhidun.service.alert.TrailEntry.Action;
import io.zhidun.service.store.Micros;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An alert while a transaction works on it: one episode of a fingerprint. Times are microseconds.
 * Belongs to one transaction; {@link EpisodeRepository} reads and writes it.
 */
final class Episode {
  /** Most fields an alert can be found by; further ones stay visible in its detections. */
  static final int MAX_FIELDS = 200;

  final long id;
  final String fingerprint;
  final long createdAt;
  Face face;
  AlertState state = AlertState.FIRING;
  Severity severity;
  long detections;
  long firstSeen;
  long lastSeen;
  long recovery;
  long quietAt;
  long updatedAt;
  long revision;
  @Nullable String acknowledgedBy;
  @Nullable String closedBy;
  @Nullable Long closedAt;

  final List<TrailEntry> newTrail = new ArrayList<>();
  final Set<Map.Entry<String, String>> newFields = new LinkedHashSet<>();

  /** The episode this one turned out to be part of. */
  private @Nullable Episode survivor;

  Episode(long id, String fingerprint, long createdAt, Face face, Severity severity) {
    this.id = id;
    this.fingerprint = fingerprint;
    this.createdAt = createdAt;
    this.face = face;
    this.severity = severity;
  }

  /** Opens an episode with its first detection. */
  static Episode open(long id, Draft draft, long now) {
    AlertDraft content = draft.content();
    Episode episode =
        new Episode(
            id, content.fingerprint(), now, Face.of(content), content.decision().severity());
    episode.firstSeen = draft.time();
    episode.lastSeen = draft.time();
    episode.recovery = draft.recovery();
    episode.note(now, TrailEntry.SYSTEM, Action.OPENED, "");
    episode.count(draft, now);
    return episode;
  }

  /**
   * Whether a detection at {@code time} belongs here: it happened within the recovery time of the
   * episode, and, where a person closed the episode, not after that.
   */
  boolean reaches(long time, long recoveryOfDetection) {
    if (closedAt != null && time > closedAt) {
      return false;
    }
    return time >= firstSeen - recoveryOfDetection && time <= lastSeen + recovery;
  }

  /** Takes a detection in. A resolved episode fires again; a closed one stays closed. */
  void gather(Draft draft, long now) {
    boolean latest =
        draft.time() > lastSeen
            || (draft.time() == lastSeen && draft.id().compareTo(face.detection()) > 0);
    if (latest) {
      face = Face.of(draft.content());
      recovery = draft.recovery();
    }
    firstSeen = Math.min(firstSeen, draft.time());
    lastSeen = Math.max(lastSeen, draft.time());
    raise(draft.content().decision().severity());
    if (state == AlertState.RESOLVED) {
      state = AlertState.FIRING;
      acknowledgedBy = null;
      note(now, TrailEntry.SYSTEM, Action.REOPENED, "");
    }
    count(draft, now);
  }

  private void count(Draft draft, long now) {
    detections++;
    // Quiet by the clock from its arrival: a detection that comes hours late, or from a source
    // whose clock is wrong, is still shown as firing for as long as any other.
    quietAt = now + draft.recovery();
    updatedAt = now;
    newFields.addAll(Entities.of(draft.detection()));
  }

  void raise(Severity other) {
    severity = severity.compareTo(other) >= 0 ? severity : other;
  }

  /**
   * Takes over another episode that a detection between the two showed to be the same.
   *
   * @param stored whether people may have seen the other one
   */
  void absorb(Episode other, boolean stored, long now) {
    if (other.lastSeen > lastSeen
        || (other.lastSeen == lastSeen && other.face.detection().compareTo(face.detection()) > 0)) {
      face = other.face;
      recovery = other.recovery;
    }
    firstSeen = Math.min(firstSeen, other.firstSeen);
    lastSeen = Math.max(lastSeen, other.lastSeen);
    raise(other.severity);
    detections += other.detections;
    quietAt = Math.max(quietAt, other.quietAt);
    if (other.acknowledgedBy != null && acknowledgedBy == null) {
      acknowledgedBy = other.acknowledgedBy;
    }
    if (other.state.open() || state.open()) {
      state = acknowledgedBy == null ? AlertState.FIRING : AlertState.ACKNOWLEDGED;
    }
    newFields.addAll(other.newFields);
    if (stored) {
      newTrail.addAll(other.newTrail);
      note(now, TrailEntry.SYSTEM, Action.NOTED, "joined with " + AlertRow.number(other.id));
    }
    updatedAt = now;
    other.survivor = this;
  }

  /** The episode that now stands for this one: itself unless it was absorbed. */
  Episode root() {
    Episode root = this;
    while (root.survivor != null) {
      root = root.survivor;
    }
    return root;
  }

  void acknowledge(String actor, String text, long now) {
    state = AlertState.ACKNOWLEDGED;
    acknowledgedBy = actor;
    note(now, actor, Action.ACKNOWLEDGED, text);
  }

  void close(String actor, String text, long now) {
    state = AlertState.CLOSED;
    closedBy = actor;
    closedAt = now;
    note(now, actor, Action.CLOSED, text);
  }

  void resolve(long now) {
    state = AlertState.RESOLVED;
    note(now, TrailEntry.SYSTEM, Action.RESOLVED, "");
  }

  void note(long now, String actor, Action action, String text) {
    newTrail.add(new TrailEntry(Micros.instant(now), actor, action, text));
    updatedAt = now;
  }
}
