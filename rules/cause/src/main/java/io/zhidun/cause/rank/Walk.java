package io.zhidun.cause.rank;

import io.zhidun.cause.fact.Signal;
import io.zhidun.cause.topology.Edge;
import io.zhidun.cause.topology.EdgeKind;
import io.zhidun.cause.topology.Graph;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where a walker ends up who starts at the symptoms and follows what is in trouble in the direction
 * of dependency: personalised PageRank, as MonitorRank (Kim et al., SIGMETRICS 2013) and MicroRCA
 * (Wu et al., NOMS 2020) use it on service graphs; CauseInfer (Chen et al., INFOCOM 2014) walks a
 * causality graph in the same direction. A node with a trouble of its own holds the walker; where
 * requests surge, they also walk up to who sends them. Steps against time are unlikely.
 */
final class Walk {
  private static final double RESTART = 0.15;
  private static final int ROUNDS = 25;
  private static final double CALM = 0.05;
  private static final double STAY = 0.1;

  private final Scene scene;
  private final Map<String, Map<String, Double>> steps = new TreeMap<>();

  Walk(Scene scene) {
    this.scene = scene;
  }

  /** Share of each node, the greatest being 1. */
  Map<String, Double> shares() {
    Map<String, Double> start = new TreeMap<>();
    double sum = 0;
    for (Symptom symptom : scene.symptoms) {
      double weight = scene.weight(symptom);
      start.merge(symptom.node(), weight, Double::sum);
      sum += weight;
    }
    double all = sum;
    start.replaceAll((node, share) -> share / all);
    Map<String, Double> now = start;
    for (int round = 0; round < ROUNDS; round++) {
      now = round(now, start);
    }
    double most = now.values().stream().mapToDouble(Double::doubleValue).max().orElse(1);
    now.replaceAll((node, share) -> share / most);
    return now;
  }

  private Map<String, Double> round(Map<String, Double> now, Map<String, Double> start) {
    Map<String, Double> next = new TreeMap<>();
    start.forEach((node, share) -> next.merge(node, RESTART * share, Double::sum));
    now.forEach(
        (node, share) ->
            steps
                .computeIfAbsent(node, this::stepsFrom)
                .forEach((to, p) -> next.merge(to, (1 - RESTART) * share * p, Double::sum)));
    return next;
  }

  private Map<String, Double> stepsFrom(String node) {
    Map<String, Double> weights = new HashMap<>();
    CauseSetting setting = scene.setting;
    Graph graph = scene.graph;
    weights.put(node, STAY + scene.own(node));
    for (Edge edge : graph.from(node)) {
      if (edge.kind() != EdgeKind.SERVES) {
        add(weights, node, edge.to(), setting.fault().getOrDefault(edge.kind(), 0.0));
      }
    }
    for (Edge edge : graph.to(node)) {
      double back = setting.back().getOrDefault(edge.kind(), 0.0);
      boolean backlog = edge.kind() == EdgeKind.READS_FROM;
      add(weights, node, edge.from(), backlog ? back : back * 0.5);
      if (isFlooded(node, edge)) {
        double load = setting.load().getOrDefault(edge.kind(), 0.0);
        add(weights, node, edge.from(), load * 0.5);
      }
    }
    double sum = weights.values().stream().mapToDouble(Double::doubleValue).sum();
    Map<String, Double> steps = new TreeMap<>();
    weights.forEach((to, weight) -> steps.put(to, weight / sum));
    return steps;
  }

  /** Requests surge here, or a tenant uses up its host. */
  private boolean isFlooded(String node, Edge edge) {
    String sender = edge.from();
    if (edge.kind() == EdgeKind.RUNS_ON) {
      return scene.has(node, Signal.SATURATION) && scene.trouble(sender) > 0;
    }
    boolean flooded = scene.has(node, Signal.SURGE) || scene.has(node, Signal.SATURATION);
    return flooded && (scene.has(sender, Signal.SURGE) || scene.has(sender, Signal.FANOUT));
  }

  private void add(Map<String, Double> weights, String node, String to, double share) {
    Instant here = scene.first(node);
    Instant there = scene.first(to);
    double weight = share * (CALM + scene.trouble(to)) * scene.inTime(there, here);
    weights.merge(to, weight, Double::sum);
  }
}
