package io.zhidun.rules.sigma;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;

/** The {@code correlation} section of a rule. */
final class CorrelationParser {
  private static final Set<String> KEYS =
      Set.of("type", "rules", "group-by", "timespan", "condition", "aliases", "generate");
  private static final Set<String> LATER = Set.of("value_sum", "value_avg", "value_percentile");

  private final FaultList faults;

  CorrelationParser(FaultList faults) {
    this.faults = faults;
  }

  @Nullable Correlation parse(MappingNode section) {
    Map<String, NodeTuple> members = YamlNodes.members(section, faults);
    members.forEach(
        (key, tuple) -> {
          if (!KEYS.contains(key)) {
            faults.error(tuple.getKeyNode(), "correlation knows no key \"" + key + "\"");
          }
        });
    Correlation.Type type = type(section, members);
    List<String> rules = texts(members.get("rules"));
    if (rules.isEmpty()) {
      faults.error(section, "correlation refers to no rules");
    }
    Duration timespan = timespan(section, members);
    if (type == null || timespan == null || rules.isEmpty()) {
      return null;
    }
    Node condition = value(members.get("condition"));
    Threshold threshold = threshold(section, condition, type, rules.size());
    List<String> fields = valueFields(section, condition, type);
    return threshold == null || !faults.isEmpty()
        ? null
        : new Correlation(
            type,
            rules,
            texts(members.get("group-by")),
            aliases(members.get("aliases")),
            timespan,
            threshold,
            fields);
  }

  private Correlation.@Nullable Type type(MappingNode at, Map<String, NodeTuple> members) {
    Node node = value(members.get("type"));
    String text = YamlNodes.text(node);
    for (Correlation.Type type : Correlation.Type.values()) {
      if (type.label().equals(text)) {
        return type;
      }
    }
    if (text != null && node != null && LATER.contains(text)) {
      faults.unsupported(node, "correlation type \"" + text + "\" is not supported yet");
    } else {
      faults.error(node == null ? at : node, "correlation type \"" + text + "\" is not Sigma's");
    }
    return null;
  }

  private @Nullable Duration timespan(MappingNode at, Map<String, NodeTuple> members) {
    Node node = value(members.get("timespan"));
    String text = YamlNodes.text(node);
    if (node == null || text == null) {
      faults.error(at, "correlation has no timespan");
      return null;
    }
    try {
      return Durations.parse(text);
    } catch (IllegalArgumentException e) {
      faults.error(node, String.valueOf(e.getMessage()));
      return null;
    }
  }

  private @Nullable Threshold threshold(
      MappingNode at, @Nullable Node condition, Correlation.Type type, int rules) {
    boolean temporal =
        type == Correlation.Type.TEMPORAL || type == Correlation.Type.TEMPORAL_ORDERED;
    if (condition == null && temporal) {
      return new Threshold("gte " + rules, rules);
    }
    MappingNode map = YamlNodes.map(condition);
    if (map == null) {
      faults.error(at, type.label() + " needs a condition such as gte: 5");
      return null;
    }
    return bounds(map, temporal ? rules : Integer.MAX_VALUE);
  }

  private @Nullable Threshold bounds(MappingNode condition, int most) {
    long reach = Long.MIN_VALUE;
    long highest = Long.MAX_VALUE;
    List<String> shown = new ArrayList<>();
    for (Map.Entry<String, NodeTuple> member : YamlNodes.members(condition, faults).entrySet()) {
      String key = member.getKey();
      Node node = member.getValue().getValueNode();
      if (key.equals("field")) {
        continue;
      }
      Long number = number(node);
      if (number == null) {
        return null;
      }
      shown.add(key.toLowerCase(Locale.ROOT) + " " + number);
      switch (key) {
        case "gte" -> reach = Math.max(reach, number);
        case "gt" -> reach = Math.max(reach, number + 1);
        case "eq" -> {
          reach = Math.max(reach, number);
          highest = Math.min(highest, number);
        }
        case "lte" -> highest = Math.min(highest, number);
        case "lt" -> highest = Math.min(highest, number - 1);
        case "neq" -> {
          faults.unsupported(node, "neq is true of nearly every count; give a bound to reach");
          return null;
        }
        default -> {
          faults.error(node, "\"" + key + "\" is not one of gt, gte, lt, lte, eq, neq");
          return null;
        }
      }
    }
    return checked(condition, reach, Math.min(highest, most), String.join(", ", shown));
  }

  private @Nullable Threshold checked(Node at, long reach, long highest, String text) {
    if (reach == Long.MIN_VALUE || reach < 1) {
      faults.unsupported(
          at, "a condition without a lower bound of at least 1 is not supported yet");
      return null;
    }
    if (reach > highest || reach > Threshold.HIGHEST) {
      faults.error(at, "condition \"" + text + "\" can never be reached");
      return null;
    }
    return new Threshold(text, (int) reach);
  }

  private @Nullable Long number(Node node) {
    String text = YamlNodes.text(node);
    if (text == null || !text.matches("-?\\d{1,9}")) {
      faults.error(node, "a count must be a whole number, was \"" + text + "\"");
      return null;
    }
    return Long.valueOf(text);
  }

  private List<String> valueFields(
      MappingNode at, @Nullable Node condition, Correlation.Type type) {
    MappingNode map = YamlNodes.map(condition);
    NodeTuple field = map == null ? null : YamlNodes.members(map, faults).get("field");
    boolean wanted = type == Correlation.Type.VALUE_COUNT;
    if (wanted != (field != null)) {
      faults.error(at, wanted ? "value_count needs a field" : type.label() + " takes no field");
      return List.of();
    }
    return texts(field);
  }

  private Map<String, Map<String, String>> aliases(@Nullable NodeTuple section) {
    Map<String, Map<String, String>> aliases = new LinkedHashMap<>();
    MappingNode map = YamlNodes.map(value(section));
    if (map == null) {
      return aliases;
    }
    YamlNodes.members(map, faults)
        .forEach((alias, tuple) -> aliases.put(alias, byRule(alias, tuple.getValueNode())));
    return aliases;
  }

  private Map<String, String> byRule(String alias, Node node) {
    Map<String, String> fields = new LinkedHashMap<>();
    MappingNode map = YamlNodes.map(node);
    if (map == null) {
      faults.error(node, "alias \"" + alias + "\" must map rules to fields");
      return fields;
    }
    YamlNodes.members(map, faults)
        .forEach(
            (rule, tuple) ->
                fields.put(rule, String.valueOf(YamlNodes.text(tuple.getValueNode()))));
    return fields;
  }

  private List<String> texts(@Nullable NodeTuple member) {
    List<String> texts = new ArrayList<>();
    Node node = value(member);
    if (node == null) {
      return texts;
    }
    for (Node item : YamlNodes.items(node)) {
      String text = YamlNodes.text(item);
      if (text == null || text.isEmpty()) {
        faults.error(item, "a list of texts expected");
      } else {
        texts.add(text);
      }
    }
    return texts;
  }

  private static @Nullable Node value(@Nullable NodeTuple member) {
    return member == null ? null : member.getValueNode();
  }
}
