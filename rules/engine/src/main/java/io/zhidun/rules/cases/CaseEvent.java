package io.zhidun.rules.cases;

import io.zhidun.events.Event;
import io.zhidun.events.FieldNames;
import io.zhidun.events.LogSource;
import io.zhidun.events.RawRecord;
import io.zhidun.events.ValueType;
import io.zhidun.rules.sigma.Durations;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An event as a case writes it: a flat map of ECS fields with {@code @timestamp}; {@code logsource}
 * says what kind of log; {@code repeat: N} with {@code every: 5s} makes N of it, where {@code {n}}
 * in a text becomes 1 to N.
 */
final class CaseEvent {
  private static final int MOST_REPEATS = 10_000;

  private final Map<?, ?> fields;

  CaseEvent(Map<?, ?> fields) {
    this.fields = fields;
  }

  void addTo(List<Event> events, int mostEvents) {
    int repeats = fields.get("repeat") instanceof Integer number ? number : 1;
    if (repeats < 1 || repeats > MOST_REPEATS) {
      throw new IllegalArgumentException(
          "repeat must be between 1 and " + MOST_REPEATS + ", was " + repeats);
    }
    if (repeats > mostEvents - events.size()) {
      throw new IllegalArgumentException("the cases have more events than may be run here");
    }
    Duration every =
        fields.containsKey("every")
            ? Durations.parse(String.valueOf(fields.get("every")))
            : Duration.ZERO;
    Instant first = time(fields.get("@timestamp"));
    for (int n = 1; n <= repeats; n++) {
      events.add(event(first.plus(every.multipliedBy(n - 1L)), n, events.size()));
    }
  }

  private static Instant time(@Nullable Object value) {
    if (value instanceof Date date) {
      return date.toInstant();
    }
    if (value instanceof String text) {
      return OffsetDateTime.parse(text).toInstant();
    }
    throw new IllegalArgumentException("an event needs an @timestamp, was \"" + value + "\"");
  }

  private Event event(Instant time, int n, int sequence) {
    long micros = ChronoUnit.MICROS.between(Instant.EPOCH, time);
    Event event = new Event();
    event.header(
        new RawRecord("case", "case", "case", 0, sequence, micros, null, "UTC", new byte[0]));
    event.timeMicros(micros);
    event.logSource(logSource());
    fields.forEach((name, value) -> put(event, String.valueOf(name), value, n));
    return event;
  }

  private LogSource logSource() {
    if (!(fields.get("logsource") instanceof Map<?, ?> parts)) {
      return LogSource.ANY;
    }
    return new LogSource(
        text(parts.get("category")), text(parts.get("product")), text(parts.get("service")));
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }

  private static void put(Event event, String name, @Nullable Object value, int n) {
    if (name.equals("logsource") || name.equals("repeat") || name.equals("every")) {
      return;
    }
    if (value instanceof List<?> list) {
      list.forEach(item -> put(event, name, item, n));
      return;
    }
    int field = FieldNames.id(name);
    String text = String.valueOf(value).replace("{n}", Integer.toString(n));
    byte type = ValueType.TEXT;
    if (value == null) {
      type = ValueType.NULL;
    } else if (value instanceof Number) {
      type = ValueType.NUMBER;
    } else if (value instanceof Boolean) {
      type = ValueType.BOOL;
    }
    event.put(field, type, text.getBytes(StandardCharsets.UTF_8));
  }
}
