package io.zhidun.rules.sigma;

import io.zhidun.events.LogSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** The {@code detection} section: search identifiers and the condition over them. */
final class DetectionParser {
  /** More values than any rule needs; a list this long is a lookup table in the wrong place. */
  private static final int MOST_VALUES = 10_000;

  private final FaultList faults;
  private final ValueParser values;

  private final Site site;
  private final LogSource logSource;

  /** Whether the site gave a value or a name. */
  private boolean madeBySite;

  /**
   * @param logSource what the rule reads, by which its fields are named
   */
  DetectionParser(FaultList faults, Site site, LogSource logSource) {
    this.faults = faults;
    this.site = site;
    this.logSource = logSource;
    this.values = new ValueParser(faults, site, logSource);
  }

  /** The whole condition, or null after a fault. */
  @Nullable Expression parse(MappingNode detection) {
    Map<String, Expression> selections = new LinkedHashMap<>();
    Node condition = null;
    for (Map.Entry<String, NodeTuple> member : YamlNodes.members(detection, faults).entrySet()) {
      Node value = member.getValue().getValueNode();
      if (member.getKey().equals("condition")) {
        condition = value;
      } else if (member.getKey().equals("timeframe")) {
        faults.unsupported(
            value, "timeframe belongs to the aggregations that correlations replaced");
      } else {
        Expression content = content(value);
        if (content != null) {
          selections.put(member.getKey(), new Expression.Selection(member.getKey(), content));
        }
      }
    }
    if (condition == null) {
      faults.error(detection, "detection has no condition");
      return null;
    }
    return faults.isEmpty() ? condition(condition, selections) : null;
  }

  /** Whether the condition is another where the site is another. */
  boolean isMadeBySite() {
    return madeBySite;
  }

  private boolean isRenamed(String field) {
    return !site.fields().name(field, logSource).equals(FieldPipeline.NONE.name(field, logSource));
  }

  private @Nullable Expression condition(Node node, Map<String, Expression> selections) {
    List<Expression> any = new ArrayList<>();
    for (Node item : YamlNodes.items(node)) {
      String text = YamlNodes.text(item);
      if (text == null) {
        faults.error(item, "a condition must be a text");
        continue;
      }
      if (text.indexOf('|') >= 0) {
        faults.unsupported(item, "aggregation \"" + text + "\" was replaced by correlations");
        continue;
      }
      try {
        any.add(ConditionParser.parse(text, selections));
      } catch (IllegalArgumentException e) {
        faults.error(item, "condition \"" + text + "\": " + e.getMessage());
      }
    }
    return any.size() == 1 ? any.get(0) : new Expression.Any(any);
  }

  private @Nullable Expression content(Node node) {
    if (node instanceof MappingNode map) {
      return all(map);
    }
    if (!(node instanceof SequenceNode list)) {
      return values.parse(Modifiers.of(""), node);
    }
    if (list.getValue().isEmpty() || list.getValue().size() > MOST_VALUES) {
      faults.error(node, bounds(list.getValue().size()));
      return null;
    }
    List<Expression> any = new ArrayList<>();
    for (Node item : list.getValue()) {
      add(any, item instanceof MappingNode map ? all(map) : values.parse(Modifiers.of(""), item));
    }
    return new Expression.Any(any);
  }

  private static void add(List<Expression> list, @Nullable Expression part) {
    if (part != null) {
      list.add(part);
    }
  }

  private static String bounds(int size) {
    return "a list must have between 1 and " + MOST_VALUES + " items, has " + size;
  }

  private @Nullable Expression all(MappingNode map) {
    List<Expression> all = new ArrayList<>();
    YamlNodes.members(map, faults)
        .forEach((key, tuple) -> add(all, item(key, tuple.getKeyNode(), tuple.getValueNode())));
    if (map.getValue().isEmpty()) {
      faults.error(map, "a selection must name at least one field");
    }
    if (all.isEmpty()) {
      return null;
    }
    return all.size() == 1 ? all.get(0) : new Expression.All(all);
  }

  private @Nullable Expression item(String key, Node at, Node value) {
    Modifiers written = Modifiers.of(key);
    Modifiers modifiers = written.of(site.fields(), logSource);
    madeBySite |= modifiers.has("expand") || isRenamed(written.field());
    if (modifiers.has("fieldref")) {
      YamlNodes.items(value)
          .forEach(node -> madeBySite |= isRenamed(String.valueOf(YamlNodes.text(node))));
    }
    String fault = modifiers.fault();
    if (fault != null) {
      faults.error(at, fault);
      return null;
    }
    List<Node> nodes = YamlNodes.items(value);
    if (nodes.isEmpty() || nodes.size() > MOST_VALUES) {
      faults.error(value, bounds(nodes.size()));
      return null;
    }
    List<Expression> parts = new ArrayList<>();
    nodes.forEach(node -> add(parts, values.parse(modifiers, node)));
    return combine(modifiers, parts);
  }

  private static @Nullable Expression combine(Modifiers modifiers, List<Expression> parts) {
    if (parts.isEmpty()) {
      return null;
    }
    Expression joined = parts.get(0);
    if (parts.size() > 1) {
      joined = modifiers.has("all") ? new Expression.All(parts) : new Expression.Any(parts);
    }
    return modifiers.has("neq") ? new Expression.Not(joined) : joined;
  }
}
