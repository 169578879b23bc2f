package io.zhidun.rules.correlate;

import io.zhidun.events.Detection;
import io.zhidun.events.Digests;
import io.zhidun.events.Event;
import io.zhidun.events.EvidenceEvent;
import io.zhidun.events.Explanation;
import io.zhidun.rules.explain.Detector;
import io.zhidun.rules.sigma.Correlation;
import io.zhidun.rules.sigma.Rule;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A condition that was reached, on its way to a detection and to the correlations that refer to it.
 */
final class Outcome {
  private final Plan plan;
  private final Rule rule;
  private final Map<String, String> group;
  private final Reached reached;
  private final Step last;
  private final String id;
  private final List<Match> evidence;

  Outcome(Plan plan, Machine machine, GroupKey key, Reached reached) {
    this.plan = plan;
    this.rule = machine.rule;
    this.group = plan.group(key);
    this.reached = reached;
    this.last = reached.last();
    this.id = Digests.detectionId(rule.reference(), group, ids(reached.steps()));
    this.evidence = evidence(reached.steps());
  }

  private static List<String> ids(List<Step> steps) {
    List<String> ids = new ArrayList<>(steps.size());
    for (Step step : steps) {
      ids.add(step.id());
    }
    return ids;
  }

  private static List<Match> evidence(List<Step> steps) {
    List<Match> all = new ArrayList<>();
    int from = Math.max(0, steps.size() - Detection.MAX_EVENTS);
    for (Step step : steps.subList(from, steps.size())) {
      all.addAll(step.evidence());
    }
    return all.subList(Math.max(0, all.size() - Detection.MAX_EVENTS), all.size());
  }

  Fired fired() {
    return new Fired(rule.id(), id, last.timeMicros(), last.receivedMicros(), count(), evidence);
  }

  private long count() {
    long count = 0;
    for (Step step : reached.steps()) {
      count += step.count();
    }
    return count;
  }

  Detection detection() {
    return new Detection(
        id,
        instant(last.timeMicros()),
        rule.reference(),
        rule.level(),
        group,
        count(),
        events(),
        rule.tags(),
        rule.recovery(),
        last.receivedMicros(),
        false,
        explanation());
  }

  private List<EvidenceEvent> events() {
    List<EvidenceEvent> events = new ArrayList<>(evidence.size());
    for (Match match : evidence) {
      events.add(match.asEvidence());
    }
    return events;
  }

  private Explanation explanation() {
    Correlation correlation = rule.requireCorrelation();
    Explanation.Window window =
        new Explanation.Window(
            correlation.type().label(),
            instant(first()),
            instant(last.timeMicros()),
            correlation.timespan(),
            correlation.conditionText(),
            reached.roundedValue());
    return new Explanation(
        Detector.summary(rule, correlation.timespan(), this::place), conditions(), window);
  }

  /** Chained detections have begun before the step that stands for them. */
  private long first() {
    long first = reached.steps().get(0).timeMicros();
    for (Match match : evidence) {
      first = Math.min(first, match.timeMicros());
    }
    return first;
  }

  private List<Explanation.Condition> conditions() {
    if (evidence.isEmpty()) {
      return List.of();
    }
    Match completing = evidence.get(evidence.size() - 1);
    Rule base = plan.rule(completing.ruleId());
    if (base == null || base.isCorrelation()) {
      return List.of();
    }
    Event event = completing.event();
    return Detector.conditions(base, event);
  }

  private @Nullable String place(String name) {
    if (name.equals("count")) {
      return Long.toString(count());
    }
    if (name.equals("value")) {
      return reached.valueText();
    }
    String grouped = group.get(name);
    for (int i = evidence.size() - 1; grouped == null && i >= 0; i--) {
      grouped = evidence.get(i).value(name);
    }
    return grouped;
  }

  private static Instant instant(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }
}
