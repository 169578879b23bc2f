package io.zhidun.cause.rank;

import io.zhidun.cause.fact.Fact;
import io.zhidun.cause.fact.Signal;
import io.zhidun.cause.storm.Storm;
import io.zhidun.cause.topology.Edge;
import io.zhidun.cause.topology.EdgeKind;
import io.zhidun.cause.topology.Graph;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A storm on the map, by node. */
final class Scene {
  private static final double LATER = 0.1;
  private static final double BEFORE = 0.1;

  final Storm storm;
  final Graph graph;
  final CauseSetting setting;
  final Instant onset;
  final List<Symptom> symptoms;
  final Map<String, List<Symptom>> byNode = new TreeMap<>();
  final Map<String, List<Fact>> changes = new TreeMap<>();
  final Map<String, List<Fact>> detections = new TreeMap<>();

  Scene(Storm storm, Graph graph, CauseSetting setting) {
    this.storm = storm;
    this.graph = graph;
    this.setting = setting;
    onset = Onset.of(storm.facts(), setting.storm().window().dividedBy(4));
    symptoms = Symptom.of(storm.facts(), onset.minus(setting.slack()));
    for (Symptom symptom : symptoms) {
      byNode.computeIfAbsent(symptom.node(), node -> new ArrayList<>()).add(symptom);
    }
    for (Fact fact : storm.context()) {
      Map<String, List<Fact>> kind = fact.signal().isSymptom() ? detections : changes;
      kind.computeIfAbsent(fact.node(), node -> new ArrayList<>()).add(fact);
    }
    for (Fact fact : storm.facts()) {
      if (fact.signal() == Signal.SECURITY) {
        detections.computeIfAbsent(fact.node(), node -> new ArrayList<>()).add(fact);
      }
    }
  }

  List<Symptom> on(String node) {
    return byNode.getOrDefault(node, List.of());
  }

  boolean has(String node, Signal signal) {
    return on(node).stream().anyMatch(symptom -> symptom.signal() == signal);
  }

  /** Facts on a node and on what it runs on. */
  List<Fact> near(Map<String, List<Fact>> facts, String node) {
    List<Fact> near = new ArrayList<>(facts.getOrDefault(node, List.of()));
    for (Edge edge : graph.from(node)) {
      if (edge.kind() == EdgeKind.RUNS_ON) {
        near.addAll(facts.getOrDefault(edge.to(), List.of()));
      }
    }
    return near;
  }

  /** When the node was first seen in trouble, detections aside, or null. */
  @Nullable Instant first(String node) {
    Instant first = null;
    for (Symptom symptom : on(node)) {
      boolean counts = symptom.signal() != Signal.SECURITY;
      if (counts && (first == null || symptom.first().isBefore(first))) {
        first = symptom.first();
      }
    }
    return first;
  }

  /** How gravely the node is in trouble, 0 to 1; detections aside. */
  double trouble(String node) {
    double most = 0;
    for (Symptom symptom : on(node)) {
      if (symptom.signal() != Signal.SECURITY) {
        most = Math.max(most, (double) symptom.severity() / Fact.CRITICAL);
      }
    }
    return most;
  }

  /** How much the node's own signals speak of a trouble of its own, 0 to 1. */
  double own(String node) {
    double most = 0;
    for (Symptom symptom : on(node)) {
      most = Math.max(most, setting.own().getOrDefault(symptom.signal(), 0.0));
    }
    return most;
  }

  /** 1 where a cause then may have had that effect, less the longer the effect was there before. */
  double inTime(@Nullable Instant cause, @Nullable Instant effect) {
    if (cause == null || effect == null) {
      return 1;
    }
    return decayed(Duration.between(effect, cause).minus(setting.slack()), setting.earliest());
  }

  /**
   * Weight of a symptom among those to be explained: what came first is next to the cause, what
   * came late may be of the cascade that it set off.
   */
  double weight(Symptom symptom) {
    Duration lag = Duration.between(onset, symptom.first());
    double early = decayed(lag, setting.cascade());
    boolean before = symptom.first().isBefore(onset.minus(setting.slack()));
    return symptom.weight() * (before ? BEFORE : LATER + (1 - LATER) * early);
  }

  static double decayed(Duration lag, Duration scale) {
    return lag.isNegative() ? 1 : Math.exp(-(double) lag.toMillis() / scale.toMillis());
  }
}
