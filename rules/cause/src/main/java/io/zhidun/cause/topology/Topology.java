package io.zhidun.cause.topology;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * All nodes and edges that were ever known, each edge with the stretches of time in which its
 * origins saw it; immutable. {@link #at} gives the map as it was at a time. The same sights in any
 * order make the same topology, as long as no limit is reached.
 *
 * <p>A service graph from traces is what Dapper (Sigelman et al., Google, 2010) and its successors
 * draw; that origins are merged and not trusted alone follows from sampling: no single one sees
 * every pair.
 */
public final class Topology {
  private static final Topology EMPTY = new Topology(new TreeMap<>(), new TreeMap<>());

  private final Map<String, Node> nodes;
  private final Map<Edge, List<Span>> edges;

  Topology(Map<String, Node> nodes, Map<Edge, List<Span>> edges) {
    this.nodes = Collections.unmodifiableMap(nodes);
    this.edges = Collections.unmodifiableMap(edges);
  }

  public static Topology empty() {
    return EMPTY;
  }

  /** A draft that begins with all of this. */
  public TopologyDraft draft(TopologyLimits limits) {
    return new TopologyDraft(nodes, edges, limits);
  }

  public Map<String, Node> nodes() {
    return nodes;
  }

  /** Edges with their spans, by origin and first sight. */
  public Map<Edge, List<Span>> edges() {
    return edges;
  }

  /** The map as it was believed at a time: nodes without edges stay, edges are those then valid. */
  public Graph at(Instant time) {
    List<Link> links = new ArrayList<>();
    edges.forEach(
        (edge, spans) -> {
          Set<Origin> origins = EnumSet.noneOf(Origin.class);
          for (Span span : spans) {
            if (span.covers(time)) {
              origins.add(span.origin());
            }
          }
          if (!origins.isEmpty()) {
            links.add(new Link(edge, origins));
          }
        });
    return new Graph(time, nodes, links);
  }
}
