package io.zhidun.rules;

import io.zhidun.events.Event;
import io.zhidun.events.EventJson;
import io.zhidun.events.FieldNames;
import io.zhidun.events.Json;
import io.zhidun.events.LogSource;
import io.zhidun.events.RawRecord;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Events for tests, small to write. */
public final class TestEvents {
  public static final LogSource SSHD = new LogSource(null, "linux", "sshd");

  private TestEvents() {}

  /** An event at a second, from a source and sequence. */
  public static Event at(long second, String source, long sequence) {
    Event event = new Event();
    long micros = TimeUnit.SECONDS.toMicros(second);
    event.header(
        new RawRecord("test", "agent", source, 0, sequence, micros, null, "UTC", new byte[0]));
    event.timeMicros(micros);
    return event;
  }

  /** Adds texts: name and value in turn. */
  public static Event with(Event event, String... fields) {
    for (int i = 0; i < fields.length; i += 2) {
      event.put(FieldNames.id(fields[i]), fields[i + 1]);
    }
    return event;
  }

  /** The event that a JSON object gives. */
  public static Event json(String json) {
    Event event = new Event();
    if (!EventJson.read(json.getBytes(StandardCharsets.UTF_8), event)) {
      throw new IllegalArgumentException("not an event: " + json);
    }
    return event;
  }

  /** The same as values by field, for the naive evaluator; numbers stay as they are written. */
  public static Map<String, List<Object>> values(Event event) {
    Map<String, List<Object>> values = new LinkedHashMap<>();
    for (int slot = 0; slot < event.size(); slot++) {
      String name =
          event.field(slot) < 0 ? extraName(event, slot) : FieldNames.name(event.field(slot));
      Object value =
          switch (event.type(slot)) {
            case io.zhidun.events.ValueType.NULL -> null;
            case io.zhidun.events.ValueType.BOOL -> Boolean.valueOf(event.textAt(slot));
            default -> event.textAt(slot);
          };
      values.computeIfAbsent(name, unused -> new ArrayList<>()).add(value);
    }
    return values;
  }

  private static String extraName(Event event, int slot) {
    for (int i = 0; i < event.extraCount(); i++) {
      if (event.extraSlot(i) == slot) {
        return event.extraName(i);
      }
    }
    throw new IllegalStateException("slot " + slot + " has no name");
  }

  /** A value as JSON. */
  public static String toJson(Object value) {
    return Json.mapper().writeValueAsString(value);
  }
}
