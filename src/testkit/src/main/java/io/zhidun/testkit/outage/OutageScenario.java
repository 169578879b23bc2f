package io.zhidun.testkit.outage;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * One outage: the map as it is known, which lacks edges and has wrong ones, and what was told.
 *
 * @param truth id of the node in which the fault was made
 * @param began when it was made
 * @param alerts by arrival
 * @param unrelated ids of those that have nothing to do with the fault
 */
public record OutageScenario(
    long seed,
    FaultKind fault,
    String truth,
    Instant began,
    List<MapNode> nodes,
    List<MapEdge> edges,
    List<OutageAlert> alerts,
    Set<String> unrelated) {
  public OutageScenario {
    nodes = List.copyOf(nodes);
    edges = List.copyOf(edges);
    alerts = List.copyOf(alerts);
    unrelated = Set.copyOf(unrelated);
  }
}
