package io.zhidun.events;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A rule matched. Its id is a function of rule, version, group and events, so that a replay gives
 * the same id and whoever stores it overwrites.
 *
 * @param id see {@link Digests#detectionId}
 * @param time event time of the event that completed it
 * @param rule the rule
 * @param level the rule's own severity, before judgement
 * @param group group-by fields and values, in the rule's order; empty without grouping
 * @param count how many events it was made from, also where {@code events} holds fewer
 * @param events the events, oldest first; at most {@link #MAX_EVENTS}, the newest are kept
 * @param tags ATT&amp;CK and other tags of the rule
 * @param recovery how long the group must be quiet before the alert's episode ends
 * @param receivedMicros receive time of the completing event, for measuring delay
 * @param withdrawn true when an earlier event arrived late and this detection no longer stands
 * @param explanation why
 */
public record Detection(
    String id,
    Instant time,
    RuleReference rule,
    Severity level,
    Map<String, String> group,
    long count,
    List<EvidenceEvent> events,
    List<String> tags,
    Duration recovery,
    long receivedMicros,
    boolean withdrawn,
    Explanation explanation) {
  /** Most events kept as evidence. */
  public static final int MAX_EVENTS = 100;

  public Detection {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(time, "time");
    Objects.requireNonNull(rule, "rule");
    Objects.requireNonNull(level, "level");
    Objects.requireNonNull(recovery, "recovery");
    Objects.requireNonNull(explanation, "explanation");
    group = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(group));
    events = List.copyOf(events);
    tags = List.copyOf(tags);
    if (count < 1) {
      throw new IllegalArgumentException("count must be at least 1, was " + count);
    }
    if (events.size() > MAX_EVENTS) {
      throw new IllegalArgumentException(
          "a detection keeps at most " + MAX_EVENTS + " events, got " + events.size());
    }
  }

  /** The same, told to be no longer standing. */
  public Detection withdrawal() {
    return new Detection(
        id,
        time,
        rule,
        level,
        group,
        count,
        events,
        tags,
        recovery,
        receivedMicros,
        true,
        explanation);
  }

  /** Identity of the alert this detection belongs to. */
  public String fingerprint() {
    return Digests.fingerprint(rule.id(), group);
  }
}
