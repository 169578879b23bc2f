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
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One way of grouping, and the correlations that use it, referred ones first so that a chain runs
 * through them in one pass. It knows all that its groups need, and nothing of the rest of its rule
 * set: a group that lives for days does not keep the whole set of its first day in memory.
 */
final class Plan {
  private static final Readers NONE = new Readers(new int[0], "");

  final String name;
  final List<String> groupBy;
  final List<Rule> correlations;
  final CorrelationCounters counters;

  /** By rule id: the numbers, by group-by name, of the fields that hold the values. */
  private final Map<String, int[]> fieldsByRule = new HashMap<>();

  /** By rule id: who reads it. */
  private final Map<String, Readers> readers = new HashMap<>();

  /** By position: what can be said of a correlation without counting. */
  private final Outlook[] outlooks;

  private final long shortestMicros;

  /** By position: a digest of its rule's id and version. */
  private final long[] marks;

  /** Ids of its correlations whose detections other plans count on. */
  private final Set<String> goingOn;

  private final boolean behindOthers;

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
   */
  private record Readers(int[] positions, String version) {
    Readers and(int position) {
      int[] all = Arrays.copyOf(positions, positions.length + 1);
      all[positions.length] = position;
      return new Readers(all, version);
    }
  }

  /**
   * @param correlations all that group so, at least one
   * @param known rules by id, among them all that the correlations refer to
   * @param goingOn ids of the correlations whose detections other plans count on
   * @param behindOthers whether it counts detections of other plans
   */
  Plan(
      String name,
      List<Rule> correlations,
      Map<String, Rule> known,
      Set<String> goingOn,
      boolean behindOthers,
      CorrelationCounters counters) {
    this(
        name,
        correlations.get(0).requireCorrelation().groupBy(),
        correlations,
        goingOn,
        behindOthers,
        counters);
    for (int i = 0; i < correlations.size(); i++) {
      enter(correlations.get(i), i, known);
    }
  }

  private Plan(
      String name,
      List<String> groupBy,
      List<Rule> correlations,
      Set<String> goingOn,
      boolean behindOthers,
      CorrelationCounters counters) {
    this.name = name;
    this.goingOn = Set.copyOf(goingOn);
    this.behindOthers = behindOthers;
    this.groupBy = groupBy;
    this.correlations = List.copyOf(correlations);
    this.counters = counters;
    this.outlooks = correlations.stream().map(Outlook::new).toArray(Outlook[]::new);
    this.shortestMicros =
        Arrays.stream(outlooks).mapToLong(Outlook::timespanMicros).min().orElse(Long.MAX_VALUE);
    this.marks = new long[correlations.size()];
    for (int i = 0; i < marks.length; i++) {
      Rule rule = correlations.get(i);
      String named = rule.id() + " " + rule.reference().version();
      marks[i] = Long.parseUnsignedLong(Digests.of(named), 0, Long.BYTES * 2, 16);
    }
  }

  /** Of a group that the rule set does not know: whatever it is fed, nothing comes of it. */
  static Plan unknown(CorrelationCounters counters) {
    return new Plan("", List.of(), List.of(), Set.of(), false, counters);
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
          readers.getOrDefault(id, new Readers(new int[0], referred.reference().version()));
      readers.put(id, before.and(position));
      fieldsByRule.put(id, fields(correlation, id));
    }
  }

  private int[] fields(Correlation correlation, String rule) {
    return groupBy.stream()
        .mapToInt(name -> FieldNames.id(correlation.fieldFor(name, rule)))
        .toArray();
  }

  /**
   * A name that says how correlations group: by the same fields of the same rules or not.
   *
   * @param changes how often the grouping has changed before
   */
  static String nameOf(Correlation correlation, int changes) {
    List<String> parts = new ArrayList<>();
    correlation.groupBy().forEach(name -> parts.add(escaped(name)));
    if (changes > 0) {
      parts.add("\\" + changes);
    }
    new TreeMap<>(correlation.aliases())
        .forEach((alias, byRule) -> parts.add(escaped(alias + "=" + new TreeMap<>(byRule))));
    return String.join(",", parts);
  }

  private static String escaped(String part) {
    return part.replace("\\", "\\\\").replace(",", "\\,");
  }

  /** Whether it counts what other plans detect. */
  boolean isBehindOthers() {
    return behindOthers;
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
        && goingOn.equals(other.goingOn)
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

  /** Whether detections of a correlation matter outside their group, to people or to others. */
  boolean tells(Rule correlation) {
    return correlation.detectsAlone() || goingOn.contains(correlation.id());
  }

  boolean reads(String ruleId) {
    return readers.containsKey(ruleId);
  }

  /** Positions of the correlations that read a rule. */
  int[] readers(String ruleId) {
    return readers.getOrDefault(ruleId, NONE).positions;
  }

  /** How matches of a layout are read; asked of the layout, which remembers it. */
  Intake makeIntake(Layout layout) {
    Readers found = readers.getOrDefault(layout.ruleId(), NONE);
    String version = layout.ruleVersion();
    // Of a rule that has changed since, correlations refer to another of the same id.
    boolean same = version.isEmpty() || version.equals(found.version);
    return new Intake(this, layout, same ? found.positions : NONE.positions);
  }

  /** How the match is read. */
  Intake intake(Match match) {
    return match.layout().intake(this);
  }

  /** What can be said of the correlation there without counting. */
  Outlook outlook(int position) {
    return outlooks[position];
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

  int[] groupFields(String ruleId) {
    int[] fields = fieldsByRule.get(ruleId);
    if (fields == null) {
      throw new IllegalArgumentException("plan " + name + " does not read rule " + ruleId);
    }
    return fields;
  }

  /** The shortest of its correlations' timespans, in microseconds. */
  long shortestMicros() {
    return shortestMicros;
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
