package io.zhidun.rules.correlate;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.Yaml;

/** A table of correlations and what they make of histories, as it is written down. */
final class CorrelationTable {
  private CorrelationTable() {}

  /** Correlations, the last of which is asked, with histories or why they are refused. */
  record Entry(
      String section, List<Section> correlations, List<History> histories, String refusal) {
    @Override
    public String toString() {
      String text = correlations.get(correlations.size() - 1).text();
      return section + " ~ " + text.replace('\n', ' ');
    }
  }

  /** A history and the detections that it makes. */
  record History(List<Moment> moments, List<String> expected, String line) {
    @Override
    public String toString() {
      return line;
    }
  }

  /** A match: of which rule, when, with which fields. */
  record Moment(long second, String rule, Map<String, String> fields) {
    Moment as(String name) {
      return new Moment(second, name, fields);
    }
  }

  /** A correlation, its section as written and as plain values. */
  record Section(String name, String text, Map<?, ?> yaml) {
    private List<String> list(@Nullable Object value) {
      List<?> all =
          value instanceof List<?> list ? list : value == null ? List.of() : List.of(value);
      return all.stream().map(Object::toString).toList();
    }

    private Map<?, ?> condition() {
      return yaml.get("condition") instanceof Map<?, ?> map ? map : Map.of();
    }

    Map<String, Integer> asks() {
      Map<String, Integer> asks = new TreeMap<>();
      condition()
          .forEach(
              (key, value) -> {
                if (value instanceof Integer limit && !key.equals("percentile")) {
                  asks.put(key.toString(), limit);
                }
              });
      if (asks.isEmpty()) {
        asks.put("gte", list(yaml.get("rules")).size());
      }
      return asks;
    }

    NaiveCorrelation naive() {
      String span = String.valueOf(yaml.get("timespan"));
      long unit =
          switch (span.charAt(span.length() - 1)) {
            case 's' -> 1;
            case 'm' -> 60;
            case 'h' -> 3600;
            default -> 86_400;
          };
      int percentile = condition().get("percentile") instanceof Integer percent ? percent : 0;
      return new NaiveCorrelation(
          name,
          String.valueOf(yaml.get("type")),
          list(yaml.get("rules")),
          Long.parseLong(span.substring(0, span.length() - 1)) * unit,
          asks(),
          percentile);
    }

    /** The group of a match, or none where it lacks a field. */
    Optional<List<String>> groupOf(Moment moment) {
      List<String> group = new ArrayList<>();
      for (String field : list(yaml.get("group-by"))) {
        String value = moment.fields.get(aliased(field, moment.rule));
        if (value == null) {
          return Optional.empty();
        }
        group.add(value);
      }
      return Optional.of(group);
    }

    private String aliased(String field, String rule) {
      Object all = yaml.get("aliases") instanceof Map<?, ?> aliases ? aliases.get(field) : null;
      Object own = all instanceof Map<?, ?> byRule ? byRule.get(rule) : null;
      return own == null ? field : own.toString();
    }

    List<NaiveCorrelation.Item> items(List<Moment> group) {
      List<NaiveCorrelation.Item> items = new ArrayList<>();
      List<String> fields = list(condition().get("field"));
      for (Moment moment : group) {
        boolean whole = !fields.isEmpty() && moment.fields.keySet().containsAll(fields);
        String value =
            whole ? String.join("\n", fields.stream().map(moment.fields::get).toList()) : null;
        items.add(new NaiveCorrelation.Item(moment.rule, moment.second, value));
      }
      return items;
    }
  }

  static String shown(long second, String name) {
    return second + ":" + name;
  }

  static List<Entry> read(String resource) {
    List<Entry> entries = new ArrayList<>();
    String section = "";
    List<String> block = new ArrayList<>();
    for (String line : (text(resource) + "\n# end").lines().toList()) {
      boolean ends = line.isBlank() || line.startsWith("# ");
      if (ends && !block.isEmpty()) {
        entries.add(entry(section, block));
        block.clear();
      }
      if (line.startsWith("# ")) {
        section = line.substring(2);
      } else if (!ends && !line.startsWith("//")) {
        block.add(line);
      }
    }
    return entries;
  }

  private static Entry entry(String section, List<String> block) {
    Map<String, StringBuilder> texts = new LinkedHashMap<>();
    List<History> histories = new ArrayList<>();
    String refusal = "";
    String name = "it";
    for (String line : block) {
      if (line.startsWith("@ ")) {
        name = line.substring(2);
      } else if (line.startsWith("! ")) {
        refusal = line.substring(2);
      } else if (line.startsWith("= ")) {
        histories.add(history(line.substring(2)));
      } else {
        texts.computeIfAbsent(name, unused -> new StringBuilder()).append(line).append('\n');
      }
    }
    List<Section> sections = new ArrayList<>();
    texts.forEach(
        (one, text) ->
            sections.add(new Section(one, text.toString(), new Yaml().load(text.toString()))));
    return new Entry(section, sections, histories, refusal);
  }

  private static History history(String line) {
    int arrow = line.indexOf("->");
    List<Moment> moments = new ArrayList<>();
    for (String token : line.substring(0, arrow).strip().split(" ", -1)) {
      moments.add(moment(token));
    }
    List<String> expected = new ArrayList<>();
    for (String token : line.substring(arrow + 2).strip().split(" ", -1)) {
      if (!token.isEmpty()) {
        expected.add(token.contains(":") ? token : token + ":it");
      }
    }
    return new History(moments, expected, line);
  }

  private static Moment moment(String token) {
    String[] parts = token.split(":", -1);
    Map<String, String> fields = new LinkedHashMap<>(Map.of("g", "1"));
    for (int i = 2; i < parts.length; i++) {
      int equals = parts[i].indexOf('=');
      String value = parts[i].substring(equals + 1);
      fields.put(parts[i].substring(0, equals), value);
    }
    fields.values().removeIf(String::isEmpty);
    return new Moment(Long.parseLong(parts[0]), parts[1], fields);
  }

  private static String text(String resource) {
    try (InputStream in =
        Objects.requireNonNull(CorrelationTable.class.getResourceAsStream(resource), resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
