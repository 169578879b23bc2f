package io.zhidun.events;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * One of the events that a rule must fire on, sent through the real pipeline to see whether it
 * does. Travels in {@link Topics#RAW} as a record of the source {@link #SOURCE} and the dataset
 * {@link #DATASET}; detections made of such events go to {@link Topics#CANARIES} and nowhere else.
 *
 * @param rule id of the rule that it is sent for
 * @param run names the events that are sent together; groups of different runs are apart
 * @param logsource what kind of log it stands for
 * @param event flat ECS fields, each a text, number, truth value, null or list of these; {@code
 *     @timestamp} is when it happened, in ISO 8601 with zone
 */
public record CanaryEvent(
    String rule, String run, LogSource logsource, Map<String, @Nullable Object> event) {
  /** Format name of canary records. */
  public static final String DATASET = "canary";

  /** Id of the one source of canaries; no collector may have it. */
  public static final String SOURCE = "canary";

  /** Collector of canary records. */
  public static final String COLLECTOR = "service";

  /** Largest record in bytes. */
  public static final int MOST_BYTES = 256 << 10;

  /** Most values of one event. */
  public static final int MOST_VALUES = 1_024;

  private static final int LONGEST_NAME = 256;
  private static final int LONGEST_ID = 128;
  private static final String TIMESTAMP = "@timestamp";
  private static final String ID_PREFIX = SOURCE + ":";

  public CanaryEvent {
    checkId("rule", rule);
    checkId("run", run);
    Objects.requireNonNull(logsource, "logsource");
    event = Collections.unmodifiableMap(new LinkedHashMap<>(event));
    checkValues(event);
    time(event);
  }

  private static void checkId(String what, @Nullable String value) {
    boolean plain =
        value != null
            && !value.isEmpty()
            && value.length() <= LONGEST_ID
            && value.chars().allMatch(c -> c > 0x20 && c < 0x7f);
    if (!plain) {
      throw new IllegalArgumentException(
          what + " of a canary must be 1 to " + LONGEST_ID + " printable ASCII characters");
    }
  }

  private static void checkValues(Map<String, @Nullable Object> event) {
    int values = 0;
    for (Map.Entry<String, @Nullable Object> entry : event.entrySet()) {
      if (entry.getKey().isEmpty() || entry.getKey().length() > LONGEST_NAME) {
        throw new IllegalArgumentException(
            "a field's name has 1 to " + LONGEST_NAME + " characters");
      }
      List<?> all = entry.getValue() instanceof List<?> list ? list : one(entry.getValue());
      all.forEach(value -> type(entry.getKey(), value));
      values += all.size();
    }
    if (values > MOST_VALUES) {
      throw new IllegalArgumentException(
          "a canary has at most " + MOST_VALUES + " values, this has " + values);
    }
  }

  private static List<@Nullable Object> one(@Nullable Object value) {
    return Collections.singletonList(value);
  }

  private static byte type(String field, @Nullable Object value) {
    if (value == null) {
      return ValueType.NULL;
    }
    if (value instanceof String) {
      return ValueType.TEXT;
    }
    if (value instanceof Number) {
      return ValueType.NUMBER;
    }
    if (value instanceof Boolean) {
      return ValueType.BOOL;
    }
    throw new IllegalArgumentException(
        "field " + field + " must be a text, number, truth value, null or a list of these");
  }

  private static Instant time(Map<String, @Nullable Object> event) {
    if (event.get(TIMESTAMP) instanceof String text && text.length() <= LONGEST_NAME) {
      try {
        Instant time = OffsetDateTime.parse(text).toInstant();
        if (time.getEpochSecond() >= 0 && time.getEpochSecond() < 253_402_300_800L) {
          return time;
        }
      } catch (DateTimeException e) {
        // Said below.
      }
    }
    throw new IllegalArgumentException(
        "@timestamp of a canary must be an ISO 8601 time with zone between 1970 and 9999");
  }

  /** When it happened. */
  public Instant time() {
    return time(event);
  }

  /**
   * What a canary needs of an event.
   *
   * @param time when the canary happens, whenever the event did
   */
  public static CanaryEvent of(String rule, String run, Event event, Instant time) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put(TIMESTAMP, time.toString());
    for (int slot = 0; slot < event.size(); slot++) {
      int field = event.field(slot);
      if (field >= 0 && slot == event.first(field)) {
        fields.putIfAbsent(FieldNames.name(field), values(event, slot));
      }
    }
    return new CanaryEvent(rule, run, event.logSource(), fields);
  }

  private static @Nullable Object values(Event event, int first) {
    if (event.next(first) < 0) {
      return value(event, first);
    }
    List<@Nullable Object> values = new ArrayList<>();
    for (int slot = first; slot >= 0; slot = event.next(slot)) {
      values.add(value(event, slot));
    }
    return values;
  }

  private static @Nullable Object value(Event event, int slot) {
    String text = event.textAt(slot);
    return switch (event.type(slot)) {
      case ValueType.NULL -> null;
      case ValueType.BOOL -> Boolean.valueOf(text);
      case ValueType.NUMBER -> number(text);
      default -> text;
    };
  }

  private static Object number(String text) {
    try {
      return Long.valueOf(text);
    } catch (NumberFormatException e) {
      return new BigDecimal(text);
    }
  }

  /**
   * Fills an event, but for its header. Fields that no rule names can only be seen, not matched.
   */
  public void fill(Event target) {
    target.clear();
    target.timeMicros(ChronoUnit.MICROS.between(Instant.EPOCH, time()));
    target.logSource(logsource);
    event.forEach(
        (name, value) -> {
          byte[] utf8 = name.getBytes(StandardCharsets.UTF_8);
          int field = FieldNames.find(utf8, 0, utf8.length);
          List<?> all = value instanceof List<?> list ? list : one(value);
          all.forEach(item -> put(target, name, field, item));
        });
  }

  private static void put(Event target, String name, int field, @Nullable Object value) {
    byte type = type(name, value);
    byte[] bytes = String.valueOf(value).getBytes(StandardCharsets.UTF_8);
    if (field < 0) {
      target.putExtra(name, type, bytes, 0, bytes.length);
    } else {
      target.put(field, type, bytes);
    }
  }

  /** The record's value. */
  public byte[] toBytes() {
    return Json.mapper().writeValueAsBytes(this);
  }

  /**
   * Reads {@link #toBytes}' form.
   *
   * @throws IllegalArgumentException saying what is wrong with it
   */
  public static CanaryEvent read(byte[] bytes) {
    if (bytes.length > MOST_BYTES) {
      throw new IllegalArgumentException(
          "a canary has at most " + MOST_BYTES + " bytes, this has " + bytes.length);
    }
    try {
      Wire wire = Json.mapper().readValue(bytes, Wire.class);
      if (wire == null || wire.event == null) {
        throw new IllegalArgumentException("a canary must be an object with an event");
      }
      return new CanaryEvent(
          Objects.requireNonNullElse(wire.rule, ""),
          Objects.requireNonNullElse(wire.run, ""),
          wire.logsource == null ? LogSource.ANY : wire.logsource,
          wire.event);
    } catch (JacksonException e) {
      throw new IllegalArgumentException("no canary: " + e.getOriginalMessage(), e);
    }
  }

  /** Whether the id of an event is a canary's. */
  public static boolean isId(String eventId) {
    return eventId.startsWith(ID_PREFIX);
  }

  /** Whether a detection was made of canaries: those and real events never come together. */
  public static boolean isBehind(Detection detection) {
    List<EvidenceEvent> events = detection.events();
    return !events.isEmpty() && isId(events.get(events.size() - 1).id());
  }

  private record Wire(
      @Nullable String rule,
      @Nullable String run,
      @Nullable LogSource logsource,
      @Nullable Map<String, @Nullable Object> event) {}
}
