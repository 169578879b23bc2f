package io.zhidun.rules.correlate;

import io.zhidun.events.Digests;
import io.zhidun.events.FieldNames;
import io.zhidun.rules.sigma.Correlation;
import io.zhidun.rules.sigma.Rule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One way of grouping, and the correlations that use it, referred ones first so that a chain runs
 * through them in one pass. It knows all that its groups need, and nothing of the rest of its rule
 * set: a group that lives for days does not keep the whole set of its first day in memory.
 */
final class Plan {
  private static final Readers NONE = new Readers(new int[0], "", Integer.MAX_VALUE, 0, false);

  final String name;
  final List<String> groupBy;
  final List<Rule> correlations;
  final CorrelationCounters counters;

  /** By rule id: the numbers, by group-by name, of the fields that hold the values. */
  private final Map<String, int[]> fieldsByRule = new HashMap<>();

  /** By rule id: who reads it. */
  private final Map<String, Readers> readers = new HashMap<>();

  /** By position: how many matches a correlation takes at least to be reached. */
  private final int[] reach;

  /** By position: a digest of its rule's id and version. */
  private final long[] marks;

  /** By id: the rules that feed it, directly or through others. */
  private final Map<String, Rule> rules = new HashMap<>();

  /**
   * Belongs to the newest rule set that this plan is in. Only for asking quickly: whoever sees an
   * older one asks once more than needed.
   */
  private @Nullable Object mark;

  /**
   * @param positions of the correlations that read a rule
   * @param version of that rule
   * @param least matches that the first of them to be reached takes
   * @param longestMicros the longest of their timespans
   * @param numbers whether one of them computes with values
   */
  private record Readers(
      int[] positions, String version, int least, long longestMicros, boolean numbers) {
    Readers and(int position, int reach, Correlation correlation) {
      int[] all = Arrays.copyOf(positions, positions.length + 1);
      all[positions.length] = position;
      long micros = TimeUnit.SECONDS.toMicros(correlation.timespan().toSeconds());
      return new Readers(
          all,
          version,
          Math.min(least, reach),
          Math.max(longestMicros, micros),
          numbers || computes(correlation));
    }
  }

  /**
   * @param correlations all that group so, at least one
   * @param known rules by id, among them all that the correlations refer to
   */
  Plan(
      String name, List<Rule> correlations, Map<String, Rule> known, CorrelationCounters counters) {
    this(name, correlations.get(0).requireCorrelation().groupBy(), correlations, counters);
    for (int i = 0; i < correlations.size(); i++) {
      enter(correlations.get(i), i, known);
    }
  }

  private Plan(
      String name, List<String> groupBy, List<Rule> correlations, CorrelationCounters counters) {
    this.name = name;
    this.groupBy = groupBy;
    this.correlations = List.copyOf(correlations);
    this.counters = counters;
    this.reach = new int[correlations.size()];
    this.marks = new long[correlations.size()];
    for (int i = 0; i < reach.length; i++) {
      Rule rule = correlations.get(i);
      reach[i] = reach(rule.requireCorrelation());
      String named = rule.id() + " " + rule.reference().version();
      marks[i] = Long.parseUnsignedLong(Digests.of(named), 0, Long.BYTES * 2, 16);
    }
  }

  private static int reach(Correlation correlation) {
    return computes(correlation) ? 1 : correlation.threshold().reach();
  }

  private static boolean computes(Correlation correlation) {
    return switch (correlation.type()) {
      case EVENT_COUNT, VALUE_COUNT, TEMPORAL, TEMPORAL_ORDERED -> false;
      case VALUE_SUM, VALUE_AVG, VALUE_PERCENTILE -> true;
    };
  }

  /** Of a group that the rule set does not know: whatever it is fed, nothing comes of it. */
  static Plan unknown(CorrelationCounters counters) {
    return new Plan("", List.of(), List.of(), counters);
  }

  private void enter(Rule rule, int position, Map<String, Rule> known) {
    Correlation correlation = rule.requireCorrelation();
    for (String id : correlation.rules().stream().distinct().toList()) {
      Rule referred = known.get(id);
      if (referred == null) {
        throw new IllegalArgumentException(
            rule.name() + " refers to rule " + id + ", not in the set");
      }
      rules.put(id, referred);
      Readers before =
          readers.getOrDefault(
              id,
              new Readers(new int[0], referred.reference().version(), Integer.MAX_VALUE, 0, false));
      readers.put(id, before.and(position, reach[position], correlation));
      fieldsByRule.put(id, fields(correlation, id));
    }
  }

  private int[] fields(Correlation correlation, String rule) {
    return groupBy.stream()
        .mapToInt(name -> FieldNames.id(correlation.fieldFor(name, rule)))
        .toArray();
  }

  /** A name that says how correlations group: by the same fields of the same rules or not. */
  static String nameOf(Correlation correlation) {
    List<String> parts = new ArrayList<>(correlation.groupBy());
    new TreeMap<>(correlation.aliases())
        .forEach((alias, byRule) -> parts.add(alias + "=" + new TreeMap<>(byRule)));
    return String.join(",", parts);
  }

  boolean isUnknown() {
    return correlations.isEmpty();
  }

  /**
   * Whether groups of the other plan may go on in this one as they are, and the other way round.
   */
  boolean sameAs(Plan other) {
    return name.equals(other.name)
        && counters == other.counters
        && same(correlations, other.correlations)
        && rules.keySet().equals(other.rules.keySet())
        && rules.keySet().stream().allMatch(id -> same(rules.get(id), other.rules.get(id)));
  }

  private static boolean same(List<Rule> some, List<Rule> others) {
    if (some.size() != others.size()) {
      return false;
    }
    for (int i = 0; i < some.size(); i++) {
      if (!same(some.get(i), others.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** A rule's version stands for what it asks; what it tells people may change without. */
  private static boolean same(@Nullable Rule one, @Nullable Rule other) {
    return one == other
        || one != null
            && other != null
            && one.reference().equals(other.reference())
            && one.level() == other.level()
            && one.tags().equals(other.tags())
            && one.guidance().equals(other.guidance())
            && one.recovery().equals(other.recovery())
            && one.groupBy().equals(other.groupBy())
            && one.detectsAlone() == other.detectsAlone();
  }

  /** This plan is in the rule set of this mark. */
  void markedBy(Object ofSet) {
    mark = ofSet;
  }

  /** Whether this plan surely is in the rule set of this mark; if not, it still may be. */
  boolean isMarkedBy(Object ofSet) {
    return mark == ofSet;
  }

  boolean reads(String ruleId) {
    return readers.containsKey(ruleId);
  }

  /** Positions of the correlations that read a rule. */
  int[] readers(String ruleId) {
    return readers.getOrDefault(ruleId, NONE).positions;
  }

  /**
   * Positions of the correlations that read the match: none where its rule has changed since, for
   * then they refer to another rule of the same id.
   */
  int[] readers(Match match) {
    Readers found = readers.getOrDefault(match.ruleId(), NONE);
    String version = match.layout().ruleVersion();
    return version.isEmpty() || version.equals(found.version) ? found.positions : NONE.positions;
  }

  /** How many matches the first correlation takes to be reached that reads the rule. */
  int least(String ruleId) {
    return readers.getOrDefault(ruleId, NONE).least;
  }

  /** How many matches the correlation there takes at least to be reached. */
  int reach(int position) {
    return reach[position];
  }

  /** How long a match can count, in microseconds; 0 where nothing reads it. */
  long longestMicros(Match match) {
    return readers(match).length == 0
        ? 0
        : readers.getOrDefault(match.ruleId(), NONE).longestMicros;
  }

  /** Whether a correlation computes with values of the match's rule. */
  boolean computesWith(Match match) {
    return readers.getOrDefault(match.ruleId(), NONE).numbers;
  }

  /** By position: names the correlation and its version in stored states. */
  long[] marks() {
    return marks;
  }

  /** Position of the correlation with a mark, or -1. */
  int positionOf(long mark) {
    for (int i = 0; i < marks.length; i++) {
      if (marks[i] == mark) {
        return i;
      }
    }
    return -1;
  }

  /** A rule that feeds it, or null. */
  @Nullable Rule rule(String id) {
    return rules.get(id);
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
    int[] fields = fieldsByRule.get(ruleId);
    if (fields == null) {
      throw new IllegalArgumentException("plan " + name + " does not read rule " + ruleId);
    }
    return fields;
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
