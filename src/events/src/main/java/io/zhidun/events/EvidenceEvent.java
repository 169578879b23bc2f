package io.zhidun.events;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;

/**
 * An event as a detection keeps it.
 *
 * @param id the event's id
 * @param time event time
 * @param rule name of the rule that this event matched
 * @param original the raw line as text
 * @param fields the event's fields that the rule, its grouping and its summary name
 */
public record EvidenceEvent(
    String id, Instant time, String rule, String original, Map<String, String> fields) {
  public EvidenceEvent {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(time, "time");
    Objects.requireNonNull(rule, "rule");
    Objects.requireNonNull(original, "original");
    fields = Map.copyOf(fields);
  }
}
