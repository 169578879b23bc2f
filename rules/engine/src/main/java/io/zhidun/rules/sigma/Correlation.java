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
 * @param valueFields fields whose distinct values count; empty unless a value_count
 */
public record Correlation(
    Type type,
    List<String> rules,
    List<String> groupBy,
    Map<String, Map<String, String>> aliases,
    Duration timespan,
    Threshold threshold,
    List<String> valueFields) {
  public Correlation {
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(timespan, "timespan");
    Objects.requireNonNull(threshold, "threshold");
    rules = List.copyOf(rules);
    groupBy = List.copyOf(groupBy);
    aliases = Map.copyOf(aliases);
    valueFields = List.copyOf(valueFields);
  }

  /** The kinds that can be evaluated. */
  public enum Type {
    EVENT_COUNT,
    VALUE_COUNT,
    TEMPORAL,
    TEMPORAL_ORDERED;

    /** The word as Sigma writes it. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The field that a group-by name stands for in events of a rule. */
  public String fieldFor(String groupByName, String ruleId) {
    Map<String, String> byRule = aliases.get(groupByName);
    return byRule == null ? groupByName : byRule.getOrDefault(ruleId, groupByName);
  }
}
