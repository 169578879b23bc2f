package io.zhidun.cause.storm;

import io.zhidun.cause.fact.Signal;
import io.zhidun.cause.topology.Edge;
import io.zhidun.cause.topology.EdgeKind;
import io.zhidun.cause.topology.Graph;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which nodes are tied within the setting's reach, whichever way edges point. Zones tie only nodes
 * whose route is lost; else everything in a zone would be one.
 */
final class Nearness {
  private final Graph graph;
  private final StormSetting setting;
  private final Map<String, Set<String>> known = new HashMap<>();

  Nearness(Graph graph, StormSetting setting) {
    this.graph = graph;
    this.setting = setting;
  }

  /** All nodes near the one, itself among them. */
  Set<String> of(String node, Signal signal) {
    boolean byZone = signal == Signal.ROUTE;
    return known.computeIfAbsent((byZone ? "+" : "-") + node, key -> reached(node, byZone));
  }

  private Set<String> reached(String start, boolean byZone) {
    List<Deque<String>> rings = new ArrayList<>();
    for (int i = 0; i <= setting.reach(); i++) {
      rings.add(new ArrayDeque<>());
    }
    rings.get(0).add(start);
    Set<String> seen = new HashSet<>();
    for (int distance = 0; distance <= setting.reach(); distance++) {
      for (String node = rings.get(distance).poll();
          node != null;
          node = rings.get(distance).poll()) {
        if (seen.add(node)) {
          spread(node, distance, byZone, rings);
        }
      }
    }
    return seen;
  }

  private void spread(String node, int distance, boolean byZone, List<Deque<String>> rings) {
    for (Edge edge : graph.from(node)) {
      add(edge, edge.to(), distance, byZone, rings);
    }
    for (Edge edge : graph.to(node)) {
      add(edge, edge.from(), distance, byZone, rings);
    }
  }

  private void add(Edge edge, String end, int distance, boolean byZone, List<Deque<String>> rings) {
    Integer length = setting.steps().get(edge.kind());
    if (length == null || (edge.kind() == EdgeKind.IN_ZONE && !byZone)) {
      return;
    }
    if (distance + length < rings.size()) {
      rings.get(distance + length).add(end);
    }
  }
}
