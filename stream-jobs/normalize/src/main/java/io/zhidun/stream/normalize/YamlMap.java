package io.zhidun.stream.normalize;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A mapping read from a format's file, with the place it stands in for error messages. */
record YamlMap(Map<String, Object> entries, String place) {

  static YamlMap of(@Nullable Object node, String place) {
    if (!(node instanceof Map<?, ?> map)) {
      throw new FormatFault(place + ": a mapping was expected");
    }
    Map<String, Object> entries = new LinkedHashMap<>();
    map.forEach((key, value) -> entries.put(String.valueOf(key), value));
    return new YamlMap(entries, place);
  }

  /** Refuses keys that nothing reads: a misspelt key must not be silently without effect. */
  YamlMap allow(Set<String> known) {
    for (String key : entries.keySet()) {
      if (!known.contains(key)) {
        throw new FormatFault(place + ": key \"" + key + "\" is unknown");
      }
    }
    return this;
  }

  @Nullable Object value(String key) {
    return entries.get(key);
  }

  String text(String key) {
    String text = text(key, null);
    if (text == null) {
      throw new FormatFault(place + ": key \"" + key + "\" is missing");
    }
    return text;
  }

  @Nullable String text(String key, @Nullable String fallback) {
    Object value = entries.get(key);
    if (value == null) {
      return fallback;
    }
    if (value instanceof String || value instanceof Number || value instanceof Boolean) {
      return value.toString();
    }
    throw new FormatFault(place + ": " + key + " must be a text");
  }

  long number(String key, long fallback) {
    Object value = entries.get(key);
    if (value == null) {
      return fallback;
    }
    if (value instanceof Integer || value instanceof Long) {
      return ((Number) value).longValue();
    }
    throw new FormatFault(place + ": " + key + " must be a whole number, was \"" + value + "\"");
  }

  Map<String, Object> map(String key) {
    Object value = entries.get(key);
    return value == null ? Map.of() : of(value, place + " " + key).entries;
  }

  List<String> texts(String key) {
    Object value = entries.get(key);
    if (value == null) {
      return List.of();
    }
    return (value instanceof List<?> list ? list : List.of(value))
        .stream().map(String::valueOf).toList();
  }

  List<YamlMap> maps(String key) {
    Object value = entries.get(key);
    if (value == null) {
      return List.of();
    }
    if (!(value instanceof List<?> list)) {
      throw new FormatFault(place + ": " + key + " must be a list");
    }
    List<YamlMap> maps = new ArrayList<>();
    for (Object item : list) {
      maps.add(of(item, place + " " + key + "[" + maps.size() + "]"));
    }
    return maps;
  }
}
