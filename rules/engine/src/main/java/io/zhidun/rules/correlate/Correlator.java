package io.zhidun.rules.correlate;

import io.zhidun.events.Detection;
import io.zhidun.events.Event;
import io.zhidun.events.FieldNames;
import io.zhidun.rules.explain.Detector;
import io.zhidun.rules.sigma.Correlation;
import io.zhidun.rules.sigma.Regrouping;
import io.zhidun.rules.sigma.Rule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
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

  /** By id of a correlation whose detections other plans count on. */
  private final Map<String, GoingOn> goingOn = new HashMap<>();

  private final Map<String, Rule> rules = new HashMap<>();
  private final Regrouping regrouping = new Regrouping(rules::get);

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

  /**
   * Where a correlation's detections go on.
   *
   * @param plans that count them
   * @param fields by plan: which of its group-by values to group by there
   * @param layout of the detections as matches
   */
  private record GoingOn(List<Plan> plans, List<List<String>> fields, Layout layout) {}

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
    all.forEach(rule -> rules.put(rule.id(), rule));
    Map<String, List<Rule>> byPlan = new LinkedHashMap<>();
    for (Rule rule : all) {
      if (rule.isCorrelation()) {
        byPlan.computeIfAbsent(planOf(rule), name -> new ArrayList<>()).add(rule);
      }
    }
    Set<String> referred = referredFromOtherPlans(all);
    byPlan.forEach(
        (name, correlations) -> {
          Set<String> on = new HashSet<>(referred);
          on.retainAll(correlations.stream().map(Rule::id).toList());
          boolean behind = regrouping.changes(correlations.get(0)) > 0;
          Plan made = new Plan(name, correlations, rules, on, behind, counters);
          Plan old = before == null ? null : before.plans.get(name);
          Plan kept = old != null && old.sameAs(made) ? old : made;
          kept.markedBy(mark);
          plans.put(name, kept);
        });
    all.stream().filter(rule -> !rule.isCorrelation()).forEach(this::enter);
    all.stream().filter(rule -> referred.contains(rule.id())).forEach(this::enterGoingOn);
  }

  private String planOf(Rule rule) {
    return Plan.nameOf(rule.requireCorrelation(), regrouping.changes(rule));
  }

  private Set<String> referredFromOtherPlans(List<Rule> all) {
    Set<String> referred = new HashSet<>();
    for (Rule outer : all) {
      if (outer.isCorrelation()) {
        for (String id : outer.requireCorrelation().rules()) {
          Rule inner = rules.get(id);
          if (inner != null && inner.isCorrelation() && !planOf(inner).equals(planOf(outer))) {
            referred.add(id);
          }
        }
      }
    }
    return referred;
  }

  private void enterGoingOn(Rule inner) {
    List<Plan> counting =
        plans.values().stream()
            .filter(plan -> plan.reads(inner.id()) && !plan.name.equals(planOf(inner)))
            .toList();
    List<List<String>> fields = new ArrayList<>();
    for (Plan plan : counting) {
      Correlation any =
          plan.correlations.stream()
              .map(Rule::requireCorrelation)
              .filter(correlation -> correlation.rules().contains(inner.id()))
              .findFirst()
              .orElseThrow();
      fields.add(plan.groupBy.stream().map(name -> any.fieldFor(name, inner.id())).toList());
    }
    Layout layout =
        new Layout(
            inner.id(),
            inner.name(),
            inner.reference().version(),
            inner.requireCorrelation().groupBy());
    goingOn.put(inner.id(), new GoingOn(counting, fields, layout));
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
    if (!feeds(base.id(), correlated, new HashSet<>())) {
      return;
    }
    Correlation correlation = correlated.requireCorrelation();
    correlation.groupBy().forEach(name -> fields.add(correlation.fieldFor(name, base.id())));
    correlation.valueFields().forEach(name -> fields.add(correlation.fieldFor(name, base.id())));
    fields.addAll(Detector.summaryFields(correlated));
    fields.addAll(correlated.guidance().fields());
  }

  /**
   * Whether matches of a rule reach a correlation, also through others.
   *
   * @param seen correlations that were looked at; chains share their parts
   */
  private boolean feeds(String ruleId, Rule correlated, Set<String> seen) {
    for (String referred : correlated.requireCorrelation().rules()) {
      Rule rule = rules.get(referred);
      boolean through = rule != null && rule.isCorrelation() && seen.add(referred);
      if (referred.equals(ruleId) || rule != null && through && feeds(ruleId, rule, seen)) {
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

  /** Whether any correlation counts the detections of others by other fields. */
  public boolean regroups() {
    return !goingOn.isEmpty();
  }

  /** Whether the groups of a plan count what other groups detected, behind the first keyed step. */
  public boolean isBehindOthers(GroupKey key) {
    return regroups() && plan(key).isBehindOthers();
  }

  /** Whether a detection is told; one that is not only goes on to other groups. */
  public boolean tells(Detection detection) {
    Rule rule = rules.get(detection.rule().id());
    return rule == null || rule.detectsAlone();
  }

  /**
   * The groups that count a detection on by other fields. Where it is withdrawn, they take it back.
   *
   * @param from the group that made it
   */
  public List<Onward> onward(GroupKey from, Detection detection) {
    GoingOn found = goingOn.isEmpty() ? null : goingOn.get(detection.rule().id());
    if (found == null) {
      return List.of();
    }
    List<String> run = from.values().subList(detection.group().size(), from.values().size());
    Match match = Match.of(found.layout, detection);
    List<Onward> onward = new ArrayList<>(found.plans.size());
    for (int i = 0; i < found.plans.size(); i++) {
      List<String> values = new ArrayList<>();
      found.fields.get(i).forEach(name -> values.add(detection.group().getOrDefault(name, "")));
      values.addAll(run);
      onward.add(new Onward(GroupKey.of(found.plans.get(i).name, values), match));
    }
    return onward;
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
    Plan plan = plans.get(planOf(rule));
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
