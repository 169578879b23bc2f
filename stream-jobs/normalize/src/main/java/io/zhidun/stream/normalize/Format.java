package io.zhidun.stream.normalize;

import io.zhidun.events.FieldNames;
import io.zhidun.events.LogSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How one kind of log is read: immutable, shared by all threads.
 *
 * @param name kebab-case name; records name it in their dataset header
 * @param parser what the body is
 * @param envelope whether a syslog header stands before the body
 * @param programs syslog programs whose body this format reads when lines are mixed
 * @param logSource the Sigma triple of its events
 * @param constants values of every event
 * @param derivations values that follow from others
 * @param shapes the known shapes of a line
 * @param keyValues how {@code <kv>} is read
 * @param renames field by field of a JSON record
 * @param timeField JSON field that holds the event's time, or -1
 * @param prefix where JSON fields go that {@code renames} does not name
 */
record Format(
    String name,
    Parser parser,
    boolean envelope,
    List<String> programs,
    LogSource logSource,
    Constants constants,
    List<Derivation> derivations,
    List<Shape> shapes,
    @Nullable KeyValues keyValues,
    Map<Integer, Integer> renames,
    int timeField,
    String prefix) {

  enum Parser {
    LINE,
    JSON
  }

  /** One shape of a line and what it means. */
  record Shape(String name, LinePattern pattern, Constants constants) {}

  private static final Set<String> KEYS =
      Set.of(
          "name",
          "description",
          "parser",
          "envelope",
          "programs",
          "logsource",
          "set",
          "derive",
          "patterns",
          "kv",
          "fields",
          "time",
          "prefix");

  static Format of(YamlMap file) {
    file.allow(KEYS);
    String name = file.text("name");
    String parser = file.value("parser") == null ? "line" : file.text("parser");
    if (!Set.of("line", "json").contains(parser)) {
      throw new FormatFault(file.place() + ": parser \"" + parser + "\" is not one of line, json");
    }
    Object kv = file.value("kv");
    return new Format(
        name,
        parser.equals("json") ? Parser.JSON : Parser.LINE,
        "syslog".equals(file.text("envelope", "none")),
        file.texts("programs"),
        logSource(file),
        Constants.of(file.map("set"), file.place()),
        file.maps("derive").stream().map(Derivation::of).toList(),
        shapes(file),
        kv == null ? null : KeyValues.of(YamlMap.of(kv, file.place() + " kv")),
        renames(file),
        file.text("time", null) == null ? -1 : FieldNames.id(file.text("time")),
        String.valueOf(file.text("prefix", "")));
  }

  private static LogSource logSource(YamlMap file) {
    Map<String, Object> triple = file.map("logsource");
    return new LogSource(
        part(triple, "category"), part(triple, "product"), part(triple, "service"));
  }

  private static @Nullable String part(Map<String, Object> triple, String key) {
    Object value = triple.get(key);
    return value == null ? null : value.toString();
  }

  private static List<Shape> shapes(YamlMap file) {
    List<Shape> shapes = new ArrayList<>();
    for (YamlMap pattern : file.maps("patterns")) {
      pattern.allow(Set.of("name", "match", "set"));
      LinePattern line = LinePattern.parse(pattern.text("match"), pattern.place());
      shapes.add(
          new Shape(pattern.text("name"), line, Constants.of(pattern.map("set"), pattern.place())));
    }
    return List.copyOf(shapes);
  }

  private static Map<Integer, Integer> renames(YamlMap file) {
    Map<Integer, Integer> renames = new HashMap<>();
    file.map("fields")
        .forEach((from, to) -> renames.put(FieldNames.id(from), FieldNames.id(to.toString())));
    return Map.copyOf(renames);
  }
}
