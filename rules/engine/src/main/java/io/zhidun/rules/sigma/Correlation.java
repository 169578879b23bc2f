package io.zhidun.rules.sigma;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * The {@code correlation} section.
 *
 * @param type what is related
 * @param rules ids of the rules referred to, in the order written
 * @param groupBy group-by fields or aliases, in the order written
 * @param aliases by alias: field by rule id
 * @param timespan longest time between first and last, both included
 * @param threshold what must be reached
 * @param valueFields fields or aliases whose values count: one or more for a value_count, one for
 *     the other types on values, else none
 * @param percentile which percentile of the values, 1 to 99; 0 unless a value_percentile
 */
public record Correlation(
    Type type,
    List<String> rules,
    List<String> groupBy,
    Map<String, Map<String, String>> aliases,
    Duration timespan,
    Threshold threshold,
    List<String> valueFields,
    int percentile) {
  static final int HIGHEST_PERCENTILE = 99;

  public Correlation {
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(timespan, "timespan");
    Objects.requireNonNull(threshold, "threshold");
    rules = List.copyOf(rules);
    groupBy = List.copyOf(groupBy);
    aliases = Map.copyOf(aliases);
    valueFields = List.copyOf(valueFields);
    if (type.takesField() == valueFields.isEmpty()
        || type.comparesNumbers() && valueFields.size() > 1) {
      throw new IllegalArgumentException(type.label() + " cannot have the fields " + valueFields);
    }
    int least = type == Type.VALUE_PERCENTILE ? 1 : 0;
    if (percentile < least || percentile > least * HIGHEST_PERCENTILE) {
      throw new IllegalArgumentException(type.label() + " cannot have percentile " + percentile);
    }
  }

  /** The kinds that can be evaluated: all of Sigma 2.1. */
  public enum Type {
    EVENT_COUNT,
    VALUE_COUNT,
    TEMPORAL,
    TEMPORAL_ORDERED,
    VALUE_SUM,
    VALUE_AVG,
    VALUE_PERCENTILE;

    /** The word as Sigma writes it. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it relates different rules. */
    public boolean isTemporal() {
      return this == TEMPORAL || this == TEMPORAL_ORDERED;
    }

    /** Whether it looks at a field's values and not only at matches. */
    public boolean takesField() {
      return this == VALUE_COUNT || comparesNumbers();
    }

    /** Whether it computes with the values, so that any number may be compared with it. */
    public boolean comparesNumbers() {
      return this == VALUE_SUM || this == VALUE_AVG || this == VALUE_PERCENTILE;
    }
  }

  /** The condition as people read it, such as {@code percentile 95 gt 500}. */
  public String conditionText() {
    return (percentile > 0 ? "percentile " + percentile + " " : "") + threshold.text();
  }

  /** Whether groups of both are told apart by the same fields of the same rules. */
  public boolean groupsAs(Correlation other) {
    return groupBy.equals(other.groupBy) && aliases.equals(other.aliases);
  }

  /** The field that a name in group-by or in the condition stands for in events of a rule. */
  public String fieldFor(String name, String ruleId) {
    Map<String, String> byRule = aliases.get(name);
    return byRule == null ? name : byRule.getOrDefault(ruleId, name);
  }
}
