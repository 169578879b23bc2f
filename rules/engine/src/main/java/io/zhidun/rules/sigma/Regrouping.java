package io.zhidun.rules.sigma;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Correlations that count the detections of others by other fields. What is grouped alike is one
 * chain in one keyed state; where the grouping changes, detections go on to another state, as
 * events that have the fields they were grouped by.
 */
public final class Regrouping {
  /** The stream has so many keyed steps behind the first. */
  static final int MOST = 1;

  private final Function<String, @Nullable Rule> rules;

  /** By rule id; chains share their parts, so each is looked at once. */
  private final Map<String, Integer> known = new HashMap<>();

  /**
   * @param rules gives a rule by its id
   */
  public Regrouping(Function<String, @Nullable Rule> rules) {
    this.rules = rules;
  }

  /** How often the grouping changes at most on the way from events to a rule's detections. */
  public int changes(Rule rule) {
    Correlation correlation = rule.correlation();
    if (correlation == null) {
      return 0;
    }
    Integer found = known.get(rule.id());
    if (found == null) {
      found = changes(correlation);
      known.put(rule.id(), found);
    }
    return found;
  }

  private int changes(Correlation correlation) {
    int changes = 0;
    for (String id : correlation.rules()) {
      Rule rule = rules.apply(id);
      Correlation inner = rule == null ? null : rule.correlation();
      if (rule != null && inner != null) {
        changes = Math.max(changes, changes(rule) + (inner.groupsAs(correlation) ? 0 : 1));
      }
    }
    return changes;
  }

  /** Why a correlation cannot count the detections of others; empty if it can. */
  List<String> refusals(Correlation outer, List<Rule> targets) {
    List<String> refusals = new ArrayList<>();
    int changes = changes(outer);
    if (changes > MOST) {
      refusals.add(
          "is the end of a chain that changes what it groups by "
              + changes
              + " times; once is supported");
    }
    for (Rule target : targets) {
      Correlation inner = target.correlation();
      if (inner == null) {
        continue;
      }
      if (!inner.groupsAs(outer) || changes(target) != changes) {
        outer.groupBy().forEach(name -> addUngrouped(outer, name, target, inner, refusals));
        outer.valueFields().forEach(name -> addUngrouped(outer, name, target, inner, refusals));
      } else if (outer.type().takesField()) {
        refusals.add(
            outer.type().label()
                + " of correlation \""
                + target.name()
                + "\", which groups by the same fields: there is one value of each");
      }
    }
    return refusals;
  }

  private static void addUngrouped(
      Correlation outer, String name, Rule target, Correlation inner, List<String> refusals) {
    String field = outer.fieldFor(name, target.id());
    if (!inner.groupBy().contains(field)) {
      refusals.add(
          "asks for field \""
              + field
              + "\" of correlation \""
              + target.name()
              + "\", whose detections have the fields that it groups by: "
              + String.join(", ", inner.groupBy()));
    }
  }
}
