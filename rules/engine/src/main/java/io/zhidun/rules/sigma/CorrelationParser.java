package io.zhidun.rules.sigma;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;

/** The {@code correlation} section of a rule. */
final class CorrelationParser {
  private static final Set<String> KEYS =
      Set.of("type", "rules", "group-by", "timespan", "condition", "aliases", "generate");

  private final FaultList faults;

  CorrelationParser(FaultList faults) {
    this.faults = faults;
  }

  @Nullable Correlation parse(MappingNode section) {
    int before = faults.size();
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
    List<String> groupBy = texts(members.get("group-by"));
    Map<String, Map<String, String>> aliases = aliases(members.get("aliases"));
    Duration timespan = timespan(section, members);
    ThresholdParser.Asked asked =
        new ThresholdParser(faults, type, rules.size())
            .parse(section, value(members.get("condition")));
    if (type == null || timespan == null || asked == null || faults.size() > before) {
      return null;
    }
    return new Correlation(
        type,
        rules,
        groupBy,
        aliases,
        timespan,
        asked.threshold(),
        asked.fields(),
        asked.percentile());
  }

  private Correlation.@Nullable Type type(MappingNode at, Map<String, NodeTuple> members) {
    Node node = value(members.get("type"));
    if (node == null) {
      faults.error(at, "correlation has no type");
      return null;
    }
    String text = YamlNodes.text(node);
    for (Correlation.Type type : Correlation.Type.values()) {
      if (type.label().equals(text)) {
        return type;
      }
    }
    String known =
        Stream.of(Correlation.Type.values())
            .map(Correlation.Type::label)
            .collect(Collectors.joining(", "));
    faults.error(node, "correlation type \"" + text + "\" is not one of " + known);
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

  private Map<String, Map<String, String>> aliases(@Nullable NodeTuple section) {
    Map<String, Map<String, String>> aliases = new LinkedHashMap<>();
    Node node = value(section);
    MappingNode map = YamlNodes.map(node);
    if (map != null) {
      YamlNodes.members(map, faults)
          .forEach((alias, tuple) -> aliases.put(alias, byRule(alias, tuple.getValueNode())));
    } else if (node != null) {
      faults.error(node, "aliases must map each alias to rules and fields");
    }
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
            (rule, tuple) -> {
              String field = YamlNodes.text(tuple.getValueNode());
              if (field == null || field.isEmpty()) {
                faults.error(
                    tuple.getKeyNode(),
                    "alias \"" + alias + "\" must name one field of rule \"" + rule + "\"");
              } else {
                fields.put(rule, field);
              }
            });
    return fields;
  }

  private List<String> texts(@Nullable NodeTuple member) {
    return member == null ? List.of() : YamlNodes.texts(member, faults);
  }

  private static @Nullable Node value(@Nullable NodeTuple member) {
    return member == null ? null : member.getValueNode();
  }
}
