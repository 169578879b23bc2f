package io.zhidun.cause.rank;

import io.zhidun.cause.fact.Fact;
import io.zhidun.cause.fact.Signal;
import io.zhidun.cause.topology.Edge;
import io.zhidun.cause.topology.Node;
import io.zhidun.cause.topology.NodeKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Weighs all nodes that may have caused a storm: those with facts, changes or detections, and what
 * these rest on directly. That a change just before an outage is the first thing to look at is the
 * practice of Google's SRE book (2016, chapter 12) and of Netflix' and Facebook's change timelines;
 * that the cause is early, upstream and explains the rest is common to the literature that {@link
 * Walk} names.
 */
final class Suspects {
  /** A node that explains this share of what the best one explains is believed in full. */
  private static final double ENOUGH = 0.6;

  private static final Set<Part> INHERITED =
      EnumSet.of(Part.EARLIEST, Part.UPSTREAM, Part.SATURATION);

  private static final Set<Signal> LOADED =
      EnumSet.of(Signal.SURGE, Signal.SATURATION, Signal.DOWN, Signal.MEMORY, Signal.DISK_FULL);

  /** Scans are detected every day; where nothing else speaks of an attack, it counts for less. */
  private static final double UNLOADED = 0.4;

  private static final double FELT = 0.6;

  /** Detections count and gather before they fire, so they may come after what they are about. */
  private static final Duration DETECTED_AFTER = Duration.ofMinutes(3);

  /** Share of a change's weight that it has where its node was not among the first in trouble. */
  private static final double CHANGED = 0.5;

  private static final double UNSEEN_FLOOD = 0.3;

  private final Scene scene;
  private final CauseSetting setting;
  private final Map<String, Double> walk;

  Suspects(Scene scene) {
    this.scene = scene;
    setting = scene.setting;
    walk = new Walk(scene).shares();
  }

  /** All of them, the likeliest first; equal ones by id. */
  List<Suspect> ranked() {
    List<Suspect> suspects = new ArrayList<>();
    for (String node : candidates()) {
      suspects.add(weighed(node));
    }
    inherit(suspects);
    double most = suspects.stream().mapToDouble(s -> s.part(Part.EXPLAINS)).max().orElse(0);
    for (Suspect suspect : suspects) {
      suspect.gate = most == 0 ? 1 : Math.min(1, suspect.part(Part.EXPLAINS) / (ENOUGH * most));
    }
    suspects.sort(
        Comparator.comparingDouble((Suspect s) -> -s.score(setting))
            .thenComparing(suspect -> suspect.node));
    return suspects;
  }

  /**
   * A node whose own alert is missing or that nobody watches stands for part of what those show
   * that rest on it: where the host is silent beneath a database in trouble, it stays a suspect.
   */
  private void inherit(List<Suspect> suspects) {
    Map<String, Suspect> byNode = new HashMap<>();
    suspects.forEach(suspect -> byNode.put(suspect.node, suspect));
    for (Suspect silent : suspects) {
      if (scene.byNode.containsKey(silent.node)) {
        continue;
      }
      for (Edge edge : scene.graph.to(silent.node)) {
        inherit(silent, byNode.get(edge.from()), setting.fault().getOrDefault(edge.kind(), 0.0));
      }
      for (Edge edge : scene.graph.from(silent.node)) {
        inherit(silent, byNode.get(edge.to()), setting.back().getOrDefault(edge.kind(), 0.0));
      }
    }
  }

  private void inherit(Suspect silent, @Nullable Suspect speaking, double share) {
    if (speaking == null || !scene.byNode.containsKey(speaking.node)) {
      return;
    }
    for (Part part : INHERITED) {
      silent.parts.merge(part, setting.silent() * share * speaking.part(part), Math::max);
    }
  }

  private Set<String> candidates() {
    Set<String> seen = new TreeSet<>(scene.byNode.keySet());
    seen.addAll(scene.changes.keySet());
    seen.addAll(scene.detections.keySet());
    Set<String> all = new TreeSet<>(seen);
    for (String node : seen) {
      for (Edge edge : scene.graph.from(node)) {
        all.add(edge.to());
      }
      for (Edge edge : scene.graph.to(node)) {
        if (setting.back().getOrDefault(edge.kind(), 0.0) > 0) {
          all.add(edge.from());
        }
      }
    }
    all.removeIf(this::isCapability);
    return all;
  }

  private boolean isCapability(String id) {
    Node node = scene.graph.node(id);
    return node != null && node.kind() == NodeKind.CAPABILITY;
  }

  private Suspect weighed(String node) {
    boolean floods =
        scene.has(node, Signal.SURGE)
            || scene.has(node, Signal.FANOUT)
            || scene.detections.containsKey(node);
    Influence influence = new Influence(node, floods ? 1 : UNSEEN_FLOOD, scene.graph, setting);
    Suspect suspect = new Suspect(node, influence);
    suspect.parts.put(Part.EXPLAINS, explains(node, influence));
    suspect.parts.put(Part.EARLIEST, earliest(node, influence));
    suspect.parts.put(Part.UPSTREAM, walk.getOrDefault(node, 0.0));
    suspect.parts.put(Part.CHANGE, change(node, influence));
    suspect.parts.put(Part.SATURATION, scene.own(node));
    suspect.parts.put(Part.SECURITY, security(node, influence));
    return suspect;
  }

  /**
   * Share of the symptoms that the node's trouble would bring about, times how much of what it
   * would bring about is there: a zone explains everything, but then everything in it should
   * suffer.
   */
  private double explains(String node, Influence influence) {
    Instant own = scene.first(node);
    double explained = 0;
    double all = 0;
    for (Symptom symptom : scene.symptoms) {
      double felt = felt(symptom, influence);
      explained += scene.weight(symptom) * felt * scene.inTime(own, symptom.first());
      all += scene.weight(symptom);
    }
    List<String> expected = influence.reaching(FELT);
    double suffering = 0;
    int watched = 0;
    for (String other : expected) {
      if (!isCapability(other)) {
        watched++;
        suffering += scene.byNode.containsKey(other) ? 1 : 0;
      }
    }
    double borneOut = (suffering + 1) / (watched + 1);
    return all == 0 ? 0 : explained / all * (0.4 + 0.6 * borneOut);
  }

  static double felt(Symptom symptom, Influence influence) {
    if (symptom.signal() == Signal.LULL) {
      return influence.traffic(symptom.node());
    }
    return influence.on(symptom.node());
  }

  /** Share of what it would bring about that did not come before it. */
  private double earliest(String node, Influence influence) {
    Instant own = scene.first(node);
    if (own == null) {
      return 0;
    }
    double felt = 0;
    double after = 0;
    for (Symptom symptom : scene.symptoms) {
      double weight = scene.weight(symptom) * felt(symptom, influence);
      felt += weight;
      after += weight * scene.inTime(own, symptom.first());
    }
    return felt == 0 ? 0 : after / felt;
  }

  /** When the first was felt of what it would bring about; the onset where that is nothing. */
  private Instant firstFelt(Influence influence) {
    Instant begin = scene.onset.minus(setting.slack());
    Instant first = null;
    for (Symptom symptom : scene.symptoms) {
      boolean counts =
          symptom.signal() != Signal.SECURITY
              && !symptom.first().isBefore(begin)
              && felt(symptom, influence) > 0.2;
      if (counts && (first == null || symptom.first().isBefore(first))) {
        first = symptom.first();
      }
    }
    return first == null ? scene.onset : first;
  }

  /** An attack that breaks something floods it, uses it up or ends it. */
  private boolean isLoaded(String node) {
    return scene.on(node).stream().anyMatch(symptom -> LOADED.contains(symptom.signal()));
  }

  private double change(String node, Influence influence) {
    Instant first = firstFelt(influence);
    double most = 0;
    for (Fact change : scene.changes.getOrDefault(node, List.of())) {
      most = Math.max(most, before(change, first));
    }
    Instant own = scene.first(node);
    double early =
        own == null ? 0 : Scene.decayed(Duration.between(scene.onset, own), setting.cascade());
    return most * (CHANGED + (1 - CHANGED) * early);
  }

  /** 1 for what lies just before, less the older it is, nothing for what came after. */
  private double before(Fact fact, Instant first) {
    if (fact.at().isAfter(first.plus(setting.slack()))) {
      return 0;
    }
    return Scene.decayed(Duration.between(fact.at(), first), setting.change());
  }

  /** A detection on the node itself, or half as much on what runs beneath or above it. */
  private double security(String node, Influence influence) {
    Instant first = firstFelt(influence);
    double most = 0;
    for (Fact fact : scene.near(scene.detections, node)) {
      double near = fact.node().equals(node) ? 1 : 0.5;
      boolean inTime = !fact.at().isAfter(first.plus(DETECTED_AFTER));
      double grave = 0.5 + 0.5 * fact.severity() / Fact.CRITICAL;
      most = Math.max(most, inTime ? near * grave : 0);
    }
    return isLoaded(node) ? most : most * UNLOADED;
  }
}
