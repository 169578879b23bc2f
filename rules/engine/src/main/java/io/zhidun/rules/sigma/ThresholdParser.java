package io.zhidun.rules.sigma;

import io.zhidun.rules.atom.Numbers;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;

/** The {@code condition} of a correlation. Refuses what no match that arrives can decide. */
final class ThresholdParser {
  private final FaultList faults;
  private final Correlation.@Nullable Type type;
  private final int rules;

  /**
   * @param type the correlation's type; null if it is wrong, then only what holds for all types is
   *     checked
   * @param rules how many rules it refers to
   */
  ThresholdParser(FaultList faults, Correlation.@Nullable Type type, int rules) {
    this.faults = faults;
    this.type = type;
    this.rules = rules;
  }

  /** A condition that was read. */
  record Asked(Threshold threshold, List<String> fields, int percentile) {}

  @Nullable Asked parse(MappingNode section, @Nullable Node condition) {
    int before = faults.size();
    MappingNode map = YamlNodes.map(condition);
    if (map == null) {
      return withoutMap(section, condition);
    }
    Map<String, NodeTuple> members = YamlNodes.members(map, faults);
    List<Comparison> comparisons = comparisons(members);
    List<String> fields = fields(map, members.get("field"));
    int percentile = percentile(map, members.get("percentile"));
    if (comparisons.isEmpty() && faults.size() == before) {
      faults.error(map, "a condition needs a comparison such as gte: 5");
    }
    if (type == null || faults.size() > before) {
      return null;
    }
    Threshold threshold = new Threshold(comparisons);
    judge(map, threshold, type);
    return new Asked(threshold, fields, percentile);
  }

  private @Nullable Asked withoutMap(MappingNode section, @Nullable Node condition) {
    if (type == null) {
      return null;
    }
    if (condition == null && type.isTemporal()) {
      return new Asked(Threshold.atLeast(rules), List.of(), 0);
    }
    String text = YamlNodes.text(condition);
    if (condition != null && text != null && type.isTemporal()) {
      faults.unsupported(
          condition, "condition \"" + text + "\" relates rules by name, which Sigma 2.1 has not");
    } else {
      faults.error(
          condition == null ? section : condition,
          type.label() + " needs a condition such as gte: 5");
    }
    return null;
  }

  private List<Comparison> comparisons(Map<String, NodeTuple> members) {
    List<Comparison> comparisons = new ArrayList<>();
    members.forEach(
        (key, tuple) -> {
          if (key.equals("field") || key.equals("percentile")) {
            return;
          }
          Comparison.Operator operator = operator(key, tuple.getKeyNode());
          BigDecimal limit = limit(tuple.getValueNode());
          if (operator != null && limit != null) {
            comparisons.add(new Comparison(operator, limit));
          }
        });
    return comparisons;
  }

  private Comparison.@Nullable Operator operator(String key, Node at) {
    for (Comparison.Operator operator : Comparison.Operator.values()) {
      if (operator.label().equals(key)) {
        return operator;
      }
    }
    faults.error(at, "\"" + key + "\" is not one of gt, gte, lt, lte, eq, neq");
    return null;
  }

  /** Counts are whole; what is computed with values is compared with any number. */
  private @Nullable BigDecimal limit(Node node) {
    String text = YamlNodes.text(node);
    boolean whole = type != null && !type.comparesNumbers();
    BigDecimal number = text == null ? null : number(text);
    if (number == null) {
      faults.error(node, (whole ? "a count" : "a limit") + " must be a number, was " + shown(node));
    } else if (whole && !String.valueOf(text).matches("-?\\d{1,9}")) {
      faults.error(node, "a count must be a whole number, was \"" + text + "\"");
    }
    return number;
  }

  private static @Nullable BigDecimal number(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return Numbers.read(bytes, 0, bytes.length);
  }

  private static String shown(Node node) {
    String text = YamlNodes.text(node);
    return text == null ? "a " + node.getNodeId() : "\"" + text + "\"";
  }

  private List<String> fields(MappingNode condition, @Nullable NodeTuple member) {
    List<String> fields = member == null ? List.of() : YamlNodes.texts(member, faults);
    if (type == null) {
      return fields;
    }
    if (type.takesField() && fields.isEmpty()) {
      faults.error(condition, type.label() + " needs a field");
    } else if (member != null && !type.takesField()) {
      faults.error(member.getKeyNode(), type.label() + " takes no field");
    } else if (member != null && type.comparesNumbers() && fields.size() > 1) {
      faults.error(member.getKeyNode(), type.label() + " takes one field, got " + fields);
    }
    return fields;
  }

  private int percentile(MappingNode condition, @Nullable NodeTuple member) {
    boolean wanted = type == Correlation.Type.VALUE_PERCENTILE;
    if (member == null) {
      if (wanted) {
        faults.unsupported(
            condition, "value_percentile is supported with a percentile only, such as 95");
      }
      return 0;
    }
    if (type != null && !wanted) {
      faults.error(member.getKeyNode(), type.label() + " takes no percentile");
      return 0;
    }
    String text = YamlNodes.text(member.getValueNode());
    int percentile = text != null && text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
    if (percentile < 1 || percentile > Correlation.HIGHEST_PERCENTILE) {
      faults.error(
          member.getValueNode(),
          "percentile must be a whole number from 1 to 99, was " + shown(member.getValueNode()));
    }
    return percentile;
  }

  /** Whether matches that arrive can decide the condition, and ever meet it. */
  private void judge(MappingNode at, Threshold threshold, Correlation.Type judged) {
    boolean counts = !judged.comparesNumbers();
    long least = threshold.leastCount();
    long most = judged.isTemporal() ? rules : Long.MAX_VALUE;
    String condition = "condition \"" + threshold.text() + "\"";
    if (counts ? least < 0 || least > most : !threshold.canHold()) {
      faults.error(at, condition + " can never be reached");
    } else if (isMetByNothing(threshold, judged)) {
      faults.unsupported(
          at,
          condition
              + " also holds where nothing matches, which no match can decide;"
              + " exclude 0, such as by gte: 1");
    } else if (counts && least > Threshold.HIGHEST) {
      faults.unsupported(
          at, condition + " counts further than " + Threshold.HIGHEST + ", which is not supported");
    }
  }

  /** The sum of no values is 0; they have no average and no percentile. */
  private static boolean isMetByNothing(Threshold threshold, Correlation.Type judged) {
    return switch (judged) {
      case EVENT_COUNT, VALUE_COUNT, TEMPORAL, TEMPORAL_ORDERED, VALUE_SUM ->
          threshold.holds(BigDecimal.ZERO);
      case VALUE_AVG, VALUE_PERCENTILE -> false;
    };
  }
}
