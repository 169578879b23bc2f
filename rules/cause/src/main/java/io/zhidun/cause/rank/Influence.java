package io.zhidun.cause.rank;

import io.zhidun.cause.topology.Edge;
import io.zhidun.cause.topology.EdgeKind;
import io.zhidun.cause.topology.Graph;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * How surely a trouble of one node is felt by others: the product of the edges' shares along the
 * best path. A flood first passes along calls and then does harm against them, so a path is some
 * steps of load and then some of fault. What is felt less than {@link #LEAST} is not looked at.
 */
final class Influence {
  static final double LEAST = 0.08;

  /** A node reached, by load alone or also by fault, and from where. */
  private record Reached(String node, boolean byLoad, double share, @Nullable Reached before) {}

  private static final Comparator<Reached> SUREST =
      Comparator.comparingDouble(Reached::share)
          .reversed()
          .thenComparing(Reached::node)
          .thenComparing(Reached::byLoad);

  private final Graph graph;
  private final CauseSetting setting;
  private final Map<String, Reached> loads = new HashMap<>();
  private final Map<String, Reached> faults = new HashMap<>();

  /**
   * @param flood how likely the node sends a flood, 0 to 1
   */
  Influence(String cause, double flood, Graph graph, CauseSetting setting) {
    this.graph = graph;
    this.setting = setting;
    PriorityQueue<Reached> next = new PriorityQueue<>(SUREST);
    next.add(new Reached(cause, false, 1, null));
    next.add(new Reached(cause, true, flood, null));
    for (Reached one = next.poll(); one != null; one = next.poll()) {
      Map<String, Reached> settled = one.byLoad() ? loads : faults;
      if (settled.putIfAbsent(one.node(), one) == null) {
        spread(one, next);
      }
    }
  }

  /** Share of the trouble that reaches the node, 0 to 1. */
  double on(String node) {
    Reached best = best(node);
    return best == null ? 0 : best.share();
  }

  /** Share of the traffic that comes to the node by way of the cause, whether flood or drought. */
  double traffic(String node) {
    Reached by = loads.get(node);
    return by == null ? 0 : by.share();
  }

  /** Nodes from the cause to the node, both among them; empty where it is not reached. */
  List<String> path(String node) {
    List<String> path = new ArrayList<>();
    for (Reached at = best(node); at != null; at = at.before()) {
      path.add(0, at.node());
    }
    return path;
  }

  /** Nodes that feel the trouble at least so much, the cause aside. */
  List<String> reaching(double share) {
    return faults.values().stream()
        .filter(reached -> reached.before() != null && reached.share() >= share)
        .map(Reached::node)
        .sorted()
        .toList();
  }

  private @Nullable Reached best(String node) {
    Reached byFault = faults.get(node);
    Reached byLoad = loads.get(node);
    if (byFault == null || byLoad == null) {
      return byFault == null ? byLoad : byFault;
    }
    return byLoad.share() > byFault.share() ? byLoad : byFault;
  }

  private void spread(Reached at, PriorityQueue<Reached> next) {
    for (Edge edge : graph.to(at.node())) {
      step(at, edge.from(), false, share(setting.fault(), edge), next);
    }
    for (Edge edge : graph.from(at.node())) {
      double back = edge.kind() == EdgeKind.SERVES ? 0 : share(setting.back(), edge);
      step(at, edge.to(), false, back, next);
      if (at.byLoad()) {
        step(at, edge.to(), true, share(setting.load(), edge), next);
      }
    }
  }

  private static double share(Map<EdgeKind, Double> shares, Edge edge) {
    return shares.getOrDefault(edge.kind(), 0.0);
  }

  private static void step(
      Reached at, String node, boolean byLoad, double share, PriorityQueue<Reached> next) {
    double felt = at.share() * share;
    if (felt >= LEAST) {
      next.add(new Reached(node, byLoad, felt, at));
    }
  }
}
