package io.zhidun.service.filingcase;

import io.zhidun.events.Json;
import io.zhidun.service.store.ColumnText;
import io.zhidun.service.store.Micros;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads members of the objects in the topics; every fault names the member and its value. */
final class Wire {
  /** The offices' day. */
  static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private static final int SHOWN = 64;

  private Wire() {}

  static ObjectNode object(String text) {
    try {
      JsonNode node = Json.mapper().readTree(text);
      if (node instanceof ObjectNode object) {
        return object;
      }
      throw new IllegalArgumentException("the record must be an object, was " + node.getNodeType());
    } catch (JacksonException e) {
      throw new IllegalArgumentException("no JSON: " + e.getOriginalMessage(), e);
    }
  }

  /** A text that must be there; one that is too long for its column is refused. */
  static String id(JsonNode node, String name, int max) {
    String text = node.path(name).asString("");
    if (text.isBlank() || text.length() > max) {
      throw fault(name, text, "must be 1 to " + max + " characters");
    }
    return ColumnText.fit(text, max);
  }

  /** A text for people, cut to its column; empty where there is none. */
  static String text(JsonNode node, String name, int max) {
    return ColumnText.fit(node.path(name).asString(""), max);
  }

  /** A text to join by, or null. One too long for its column joins nothing. */
  static @Nullable String key(JsonNode node, String name, int max) {
    String text = node.path(name).asString("");
    return text.isBlank() || text.length() > max ? null : ColumnText.fit(text, max);
  }

  /** Microseconds since the epoch. */
  static long time(JsonNode node, String name) {
    String text = node.path(name).asString("");
    try {
      return Micros.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException e) {
      throw fault(name, text, "must be an RFC 3339 time");
    }
  }

  /** A date as {@code YYYY-MM-DD}; the wire may leave out the hyphens. */
  static LocalDate date(JsonNode node, String name) {
    String text = node.path(name).asString("");
    try {
      return text.length() == 8
          ? LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE)
          : LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw fault(name, text, "must be a date");
    }
  }

  static IllegalArgumentException fault(String name, String value, String rule) {
    return new IllegalArgumentException(
        name + " " + rule + ", was \"" + ColumnText.fit(value, SHOWN) + "\"");
  }
}
