package io.zhidun.service.topology;

import io.zhidun.cause.topology.Edge;
import io.zhidun.cause.topology.Graph;
import io.zhidun.cause.topology.Node;
import io.zhidun.cause.topology.Origin;
import io.zhidun.cause.topology.Refusal;
import io.zhidun.cause.topology.Span;
import io.zhidun.cause.topology.Topology;
import io.zhidun.cause.topology.TopologyDraft;
import io.zhidun.cause.topology.TopologyLimits;
import io.zhidun.service.store.Durability;
import io.zhidun.service.store.Micros;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The map: read whole from the database at first use, kept in memory, changed in both. One service
 * works on a database at a time.
 */
@Service
public class ServiceMap {
  private static final TopologyLimits LIMITS = TopologyLimits.SHIPPED;

  private final TopologyRepository repository;
  private final TransactionOperations transaction;
  private final Durability durability;
  private @Nullable Topology known;

  ServiceMap(
      TopologyRepository repository, TransactionOperations transaction, Durability durability) {
    this.repository = repository;
    this.transaction = transaction;
    this.durability = durability;
  }

  /** The map as it was believed at a time. */
  public Graph at(Instant time) {
    return whole().at(time);
  }

  /** All that origins said of an edge, oldest first; empty where it was never seen. */
  List<Span> history(Edge edge) {
    return whole().edges().getOrDefault(edge, List.of());
  }

  /** Adds or renews nodes, and edges that an origin saw; what is not taken is told. */
  synchronized List<Refusal> saw(
      Collection<Node> nodes, Collection<Edge> edges, Origin origin, Instant time, Runnable audit) {
    Instant seen = Micros.instant(Micros.of(time));
    TopologyDraft draft = whole().draft(LIMITS);
    nodes.forEach(draft::node);
    edges.forEach(edge -> draft.saw(edge, origin, seen));
    write(draft, nodes, edges, audit);
    return draft.refusals();
  }

  /** Takes a hand-drawn edge away. */
  synchronized void ended(Edge edge, Instant time, Runnable audit) {
    TopologyDraft draft = whole().draft(LIMITS);
    draft.ended(edge, Origin.HAND_DRAWN, Micros.instant(Micros.of(time)));
    write(draft, List.of(), List.of(edge), audit);
  }

  private void write(
      TopologyDraft draft, Collection<Node> nodes, Collection<Edge> edges, Runnable audit) {
    Topology next = draft.topology();
    Map<String, Node> changedNodes = new LinkedHashMap<>();
    for (Node node : nodes) {
      Node now = next.nodes().get(node.id());
      if (now != null) {
        changedNodes.put(node.id(), now);
      }
    }
    Map<Edge, List<Span>> changedEdges = new TreeMap<>();
    for (Edge edge : edges) {
      List<Span> spans = next.edges().get(edge);
      if (spans != null) {
        changedEdges.put(edge, spans);
      }
    }
    transaction.executeWithoutResult(
        status -> {
          repository.nodes(changedNodes.values());
          repository.spans(changedEdges);
          audit.run();
        });
    known = next;
    durability.settle();
  }

  private synchronized Topology whole() {
    Topology read = known;
    if (read == null) {
      read = repository.read(LIMITS);
      known = read;
    }
    return read;
  }
}
