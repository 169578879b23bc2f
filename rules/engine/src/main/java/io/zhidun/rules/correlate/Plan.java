package io.zhidun.rules.correlate;

import io.zhidun.events.FieldNames;
import io.zhidun.rules.sigma.Correlation;
import io.zhidun.rules.sigma.Rule;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One way of grouping, and the correlations that use it, referred ones first so that a chain runs
 * through them in one pass.
 */
final class Plan {
  private static final int[] NONE = {};

  final String name;
  final List<String> groupBy;
  final List<Rule> correlations;

  /** By rule id: the numbers, by group-by name, of the fields that hold the values. */
  private final Map<String, int[]> fieldsByRule = new HashMap<>();

  /** By rule id: positions of the correlations that read it. */
  private final Map<String, int[]> readers = new HashMap<>();

  /** Of a group that the rule set no longer knows: whatever it is fed, nothing comes of it. */
  static final Plan EMPTY = new Plan("", List.of(), List.of());

  Plan(String name, List<Rule> correlations) {
    this(name, correlations.get(0).requireCorrelation().groupBy(), correlations);
  }

  private Plan(String name, List<String> groupBy, List<Rule> correlations) {
    this.name = name;
    this.correlations = List.copyOf(correlations);
    this.groupBy = groupBy;
    for (int i = 0; i < correlations.size(); i++) {
      Correlation correlation = correlations.get(i).requireCorrelation();
      for (String rule : correlation.rules().stream().distinct().toList()) {
        readers.merge(rule, new int[] {i}, Plan::joined);
        fieldsByRule.put(rule, fields(correlation, rule));
      }
    }
  }

  private int[] fields(Correlation correlation, String rule) {
    return groupBy.stream()
        .mapToInt(name -> FieldNames.id(correlation.fieldFor(name, rule)))
        .toArray();
  }

  private static int[] joined(int[] some, int[] more) {
    int[] all = java.util.Arrays.copyOf(some, some.length + more.length);
    System.arraycopy(more, 0, all, some.length, more.length);
    return all;
  }

  /** A name that says how correlations group: by the same fields of the same rules or not. */
  static String nameOf(Correlation correlation) {
    List<String> parts = new ArrayList<>(correlation.groupBy());
    new TreeMap<>(correlation.aliases())
        .forEach((alias, byRule) -> parts.add(alias + "=" + new TreeMap<>(byRule)));
    return String.join(",", parts);
  }

  boolean reads(String ruleId) {
    return readers.containsKey(ruleId);
  }

  int[] readers(String ruleId) {
    return readers.getOrDefault(ruleId, NONE);
  }

  /** Whether matches of a rule only continue what others begin, in all that reads it. */
  boolean onlyContinues(String ruleId) {
    for (int reader : readers(ruleId)) {
      Correlation correlation = correlations.get(reader).requireCorrelation();
      if (correlation.type() != Correlation.Type.TEMPORAL_ORDERED
          || correlation.rules().get(0).equals(ruleId)) {
        return false;
      }
    }
    return true;
  }

  int[] groupFields(String ruleId) {
    return fieldsByRule.getOrDefault(ruleId, NONE);
  }

  Machine[] machines() {
    Machine[] machines = new Machine[correlations.size()];
    for (int i = 0; i < machines.length; i++) {
      machines[i] = Machine.of(correlations.get(i));
    }
    return machines;
  }

  /** The values of a group under the names that they are grouped by. */
  Map<String, String> group(GroupKey key) {
    Map<String, String> group = new LinkedHashMap<>();
    if (!groupBy.isEmpty()) {
      List<String> values = key.values();
      for (int i = 0; i < groupBy.size(); i++) {
        group.put(groupBy.get(i), values.get(i));
      }
    }
    return Collections.unmodifiableMap(group);
  }
}
