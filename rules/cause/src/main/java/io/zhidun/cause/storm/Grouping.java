package io.zhidun.cause.storm;

import io.zhidun.cause.fact.Fact;
import io.zhidun.cause.fact.Signal;
import io.zhidun.cause.topology.Graph;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Gathers alerts into storms: two alerts belong together when their nodes are near and their times
 * within the window, and so does whatever belongs to either. Storms are the connected parts of that
 * relation, so they do not depend on the order in which facts came; a pure function.
 */
public final class Grouping {
  private final StormSetting setting;

  public Grouping(StormSetting setting) {
    this.setting = setting;
  }

  /** Storms by their first fact. Each alert is in one; a change may be context of several. */
  public List<Storm> of(Collection<Fact> facts, Graph graph) {
    return of(facts, List.of(), graph);
  }

  /**
   * Storms by their first fact.
   *
   * @param past detections of storms that were told before, which may have caused something
   */
  List<Storm> of(Collection<Fact> facts, Collection<Fact> past, Graph graph) {
    List<Fact> alerts =
        facts.stream().filter(f -> f.signal().isSymptom()).sorted(Fact.ORDER).toList();
    Nearness near = new Nearness(graph, setting);
    List<List<Fact>> parts = new ArrayList<>();
    for (List<Fact> part : parts(alerts, near)) {
      cut(part, near, parts);
    }
    parts.sort((a, b) -> Fact.ORDER.compare(a.get(0), b.get(0)));
    List<Fact> context = new ArrayList<>(past);
    facts.stream().filter(fact -> !fact.signal().isSymptom()).forEach(context::add);
    parts.stream().filter(Grouping::onlySecurity).forEach(context::addAll);
    return parts.stream().map(part -> new Storm(part, context(part, context, near))).toList();
  }

  static boolean onlySecurity(List<Fact> part) {
    return part.stream().allMatch(fact -> fact.signal() == Signal.SECURITY);
  }

  /** Parts of a storm that goes on for too long. */
  private void cut(List<Fact> part, Nearness near, List<List<Fact>> parts) {
    List<Fact> rest = part;
    Instant end = rest.get(0).at().plus(setting.longest());
    int within = 0;
    while (within < rest.size() && !rest.get(within).at().isAfter(end)) {
      within++;
    }
    parts.add(rest.subList(0, within));
    if (within < rest.size()) {
      for (List<Fact> later : parts(rest.subList(within, rest.size()), near)) {
        cut(later, near, parts);
      }
    }
  }

  private List<List<Fact>> parts(List<Fact> alerts, Nearness near) {
    Map<String, List<Integer>> byNode = new HashMap<>();
    for (int i = 0; i < alerts.size(); i++) {
      byNode.computeIfAbsent(alerts.get(i).node(), node -> new ArrayList<>()).add(i);
    }
    Roots roots = new Roots(alerts.size());
    for (int i = 0; i < alerts.size(); i++) {
      Set<String> reached = near.of(alerts.get(i).node(), alerts.get(i).signal());
      for (String node : reached.size() < byNode.size() ? reached : byNode.keySet()) {
        List<Integer> there = byNode.get(node);
        if (there != null && reached.contains(node)) {
          join(alerts, i, there, roots);
        }
      }
    }
    Map<Integer, List<Fact>> parts = new TreeMap<>();
    for (int i = 0; i < alerts.size(); i++) {
      parts.computeIfAbsent(roots.of(i), root -> new ArrayList<>()).add(alerts.get(i));
    }
    return new ArrayList<>(parts.values());
  }

  /** Joins an alert with those of a near node that lie within the window after it. */
  private void join(List<Fact> alerts, int one, List<Integer> there, Roots roots) {
    Instant at = alerts.get(one).at();
    Instant end = at.plus(setting.window());
    Instant begin = at.minus(setting.window());
    int at0 = firstNotBefore(alerts, there, begin);
    for (int k = at0; k < there.size() && !alerts.get(there.get(k)).at().isAfter(end); k++) {
      roots.join(one, there.get(k));
    }
  }

  private static int firstNotBefore(List<Fact> alerts, List<Integer> there, Instant begin) {
    int low = 0;
    int high = there.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (alerts.get(there.get(middle)).at().isBefore(begin)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private List<Fact> context(List<Fact> part, List<Fact> candidates, Nearness near) {
    Instant from = part.get(0).at().minus(setting.lookback());
    Instant to = part.get(part.size() - 1).at();
    List<Fact> context = new ArrayList<>();
    for (Fact candidate : candidates) {
      boolean inTime = !candidate.at().isBefore(from) && !candidate.at().isAfter(to);
      if (inTime && !part.contains(candidate) && isNear(candidate, part, near)) {
        context.add(candidate);
      }
    }
    return context;
  }

  private static boolean isNear(Fact candidate, List<Fact> part, Nearness near) {
    Set<String> reached = near.of(candidate.node(), candidate.signal());
    return part.stream().anyMatch(fact -> reached.contains(fact.node()));
  }

  /** Disjoint sets; the root is the smallest member, so the result does not depend on the order. */
  private static final class Roots {
    private final int[] parent;

    Roots(int size) {
      parent = new int[size];
      for (int i = 0; i < size; i++) {
        parent[i] = i;
      }
    }

    int of(int member) {
      int root = member;
      while (parent[root] != root) {
        parent[root] = parent[parent[root]];
        root = parent[root];
      }
      return root;
    }

    void join(int a, int b) {
      int first = of(a);
      int second = of(b);
      parent[Math.max(first, second)] = Math.min(first, second);
    }
  }
}
