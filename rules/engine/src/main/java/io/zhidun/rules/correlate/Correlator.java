package io.zhidun.rules.correlate;

import io.zhidun.events.Detection;
import io.zhidun.events.Event;
import io.zhidun.events.FieldNames;
import io.zhidun.rules.explain.Detector;
import io.zhidun.rules.sigma.Correlation;
import io.zhidun.rules.sigma.Rule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The correlations of a rule set, apart from any runtime: says which groups a matched event feeds,
 * what of it they need, and makes their states. Immutable; shared by all threads.
 */
public final class Correlator {
  /** Group values longer than this are cut, which joins only absurd groups. */
  private static final int LONGEST_VALUE = 512;

  private final Map<String, Plan> plans = new LinkedHashMap<>();

  /** By id of a rule on single events. */
  private final Map<String, Feed> feeds = new HashMap<>();

  private final Map<String, Rule> rules = new HashMap<>();

  private final CorrelationCounters counters;
  private final Plan unknown;
  private final Object mark = new Object();

  /**
   * What becomes of a rule's matches.
   *
   * @param plans that it feeds
   * @param groupFields by plan: numbers of the fields that it groups by
   * @param layout of its matches
   * @param fields numbers of the layout's fields
   */
  private record Feed(Plan[] plans, int[][] groupFields, Layout layout, int[] fields) {}

  /** Rules stand before the correlations that refer to them. */
  public Correlator(List<Rule> all) {
    this(all, null);
  }

  /**
   * A correlator that follows another: it goes on with its counters, and groups whose correlations
   * are the same go on as they are.
   *
   * @param all rules; each stands before the correlations that refer to it
   */
  public Correlator(List<Rule> all, @Nullable Correlator before) {
    counters = before == null ? new CorrelationCounters() : before.counters;
    unknown = Plan.unknown(counters);
    Map<String, List<Rule>> byPlan = new LinkedHashMap<>();
    for (Rule rule : all) {
      rules.put(rule.id(), rule);
      if (rule.isCorrelation()) {
        byPlan
            .computeIfAbsent(Plan.nameOf(rule.requireCorrelation()), name -> new ArrayList<>())
            .add(rule);
      }
    }
    byPlan.forEach(
        (name, correlations) -> {
          Plan made = new Plan(name, correlations, rules, counters);
          Plan old = before == null ? null : before.plans.get(name);
          Plan kept = old != null && old.sameAs(made) ? old : made;
          kept.markedBy(mark);
          plans.put(name, kept);
        });
    all.stream().filter(rule -> !rule.isCorrelation()).forEach(this::enter);
  }

  private void enter(Rule base) {
    List<Plan> feeding = plans.values().stream().filter(plan -> plan.reads(base.id())).toList();
    if (feeding.isEmpty()) {
      return;
    }
    Set<String> fields = new LinkedHashSet<>();
    feeding.forEach(plan -> plan.correlations.forEach(rule -> addFields(rule, base, fields)));
    fields.addAll(Detector.fields(base));
    Layout layout =
        new Layout(base.id(), base.name(), base.reference().version(), List.copyOf(fields));
    feeds.put(
        base.id(),
        new Feed(
            feeding.toArray(Plan[]::new),
            feeding.stream().map(plan -> plan.groupFields(base.id())).toArray(int[][]::new),
            layout,
            fields.stream().mapToInt(FieldNames::id).toArray()));
  }

  private void addFields(Rule correlated, Rule base, Set<String> fields) {
    if (!feeds(base.id(), correlated)) {
      return;
    }
    Correlation correlation = correlated.requireCorrelation();
    correlation.groupBy().forEach(name -> fields.add(correlation.fieldFor(name, base.id())));
    correlation.valueFields().forEach(name -> fields.add(correlation.fieldFor(name, base.id())));
    fields.addAll(Detector.summaryFields(correlated));
    fields.addAll(correlated.guidance().fields());
  }

  /** Whether matches of a rule reach a correlation, also through others. */
  private boolean feeds(String ruleId, Rule correlated) {
    for (String referred : correlated.requireCorrelation().rules()) {
      Rule rule = rules.get(referred);
      if (referred.equals(ruleId) || rule != null && rule.isCorrelation() && feeds(ruleId, rule)) {
        return true;
      }
    }
    return false;
  }

  /** Whether any correlation reads matches of the rule. */
  public boolean reads(Rule base) {
    return feeds.containsKey(base.id());
  }

  /**
   * The groups that a matched event feeds. An event that lacks a group-by field feeds no group by
   * it; of several values the first counts.
   */
  public List<GroupKey> groups(Rule base, Event event) {
    return groups(base, event, null);
  }

  /**
   * The groups that a matched event feeds, apart from those of any other run.
   *
   * @param run name of a run of canaries, or null for what really happened
   */
  public List<GroupKey> groups(Rule base, Event event, @Nullable String run) {
    Feed feed = feeds.get(base.id());
    if (feed == null) {
      return List.of();
    }
    List<GroupKey> groups = new ArrayList<>(feed.plans.length);
    for (int i = 0; i < feed.plans.length; i++) {
      GroupKey key = key(feed.plans[i], feed.groupFields[i], event, run);
      if (key != null) {
        groups.add(key);
      }
    }
    return groups;
  }

  private static @Nullable GroupKey key(
      Plan plan, int[] fields, Event event, @Nullable String run) {
    List<String> values = new ArrayList<>(fields.length + 1);
    for (int field : fields) {
      String value = event.text(field);
      if (value == null) {
        return null;
      }
      values.add(value.length() <= LONGEST_VALUE ? value : value.substring(0, LONGEST_VALUE));
    }
    if (run != null) {
      // Behind the values, where only the key itself sees it: groups are shown by the names.
      values.add(run);
    }
    return GroupKey.of(plan.name, values);
  }

  /** What correlations need of a matched event; only for a rule that {@link #reads}. */
  public Match toMatch(Rule base, Event event) {
    Feed feed = feeds.get(base.id());
    if (feed == null) {
      throw new IllegalArgumentException("no correlation reads rule " + base.name());
    }
    return Match.of(feed.layout, feed.fields, event);
  }

  /**
   * The group that made a detection; null where its rule is another by now, or none that groups.
   */
  public @Nullable GroupKey groupOf(Detection detection) {
    Rule rule = rules.get(detection.rule().id());
    if (rule == null || !rule.isCorrelation() || !rule.reference().equals(detection.rule())) {
      return null;
    }
    Plan plan = plans.get(Plan.nameOf(rule.requireCorrelation()));
    if (plan == null || !detection.group().keySet().containsAll(plan.groupBy)) {
      return null;
    }
    return GroupKey.of(plan.name, plan.groupBy.stream().map(detection.group()::get).toList());
  }

  /** An empty state for a group. */
  public GroupState newGroup(GroupKey key) {
    return new GroupState(plan(key), key);
  }

  /** What could not be used as it should. */
  public CorrelationCounters counters() {
    return counters;
  }

  /** The plan of a group; one without correlations if the rule set does not group so any more. */
  Plan plan(GroupKey key) {
    return plans.getOrDefault(key.plan(), unknown);
  }

  /** Whether the plan surely is this correlator's. */
  boolean marks(Plan plan) {
    return plan.isMarkedBy(mark);
  }

  /** The rule with an id, or null. */
  public @Nullable Rule rule(String id) {
    return rules.get(id);
  }
}
