package io.zhidun.rules.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** A map of a small YAML file, with messages that name the file and what was expected. */
final class YamlSection {
  private static final int LARGEST = 8 << 20;

  private final String path;
  private final Map<?, ?> map;

  private YamlSection(String path, Map<?, ?> map) {
    this.path = path;
    this.map = map;
  }

  static YamlSection parse(String path, String text) {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    options.setCodePointLimit(LARGEST);
    try {
      Object whole = new Yaml(new SafeConstructor(options)).load(text);
      return of(path, "the file", whole);
    } catch (YAMLException e) {
      throw new IllegalArgumentException(path + " is not YAML: " + e.getMessage(), e);
    }
  }

  private static YamlSection of(String path, String what, @Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      return new YamlSection(path, map);
    }
    throw new IllegalArgumentException(path + ": " + what + " must be a map");
  }

  List<YamlSection> sections(String key) {
    List<YamlSection> sections = new ArrayList<>();
    for (Object item : list(key)) {
      sections.add(of(path, "an entry of " + key, item));
    }
    return sections;
  }

  /** A map below a key; empty where there is none. */
  YamlSection section(String key) {
    Object value = map.get(key);
    return value == null ? new YamlSection(path, Map.of()) : of(path, key, value);
  }

  /** All keys, as texts. */
  List<String> keys() {
    return map.keySet().stream().map(String::valueOf).toList();
  }

  /**
   * @throws IllegalArgumentException naming the first key that is not one of these
   */
  void allow(Set<String> known) {
    for (String key : keys()) {
      if (!known.contains(key)) {
        throw new IllegalArgumentException("\"" + key + "\" is not one of " + new TreeSet<>(known));
      }
    }
  }

  /** The texts of a list, or of a single value; dates and times are what they were written as. */
  List<String> texts(String key) {
    return list(key).stream().map(String::valueOf).toList();
  }

  private List<?> list(String key) {
    Object value = map.get(key);
    if (value instanceof List<?> list) {
      return list;
    }
    return value == null ? List.of() : List.of(value);
  }

  String text(String key, String fallback) {
    Object value = map.get(key);
    return value == null ? fallback : value.toString();
  }

  int number(String key) {
    Object value = map.get(key);
    if (value instanceof Integer number) {
      return number;
    }
    throw new IllegalArgumentException(
        path + ": " + key + " must be a whole number, was \"" + value + "\"");
  }
}
