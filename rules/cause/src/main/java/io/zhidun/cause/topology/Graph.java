package io.zhidun.cause.topology;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The map at one time; immutable. */
public final class Graph {
  private final Instant time;
  private final Map<String, Node> nodes;
  private final List<Link> links;
  private final Map<String, List<Edge>> from = new HashMap<>();
  private final Map<String, List<Edge>> to = new HashMap<>();

  Graph(Instant time, Map<String, Node> nodes, List<Link> links) {
    this.time = time;
    this.nodes = Collections.unmodifiableMap(new TreeMap<>(nodes));
    this.links = List.copyOf(links);
    for (Link link : links) {
      Edge edge = link.edge();
      from.computeIfAbsent(edge.from(), id -> new ArrayList<>()).add(edge);
      to.computeIfAbsent(edge.to(), id -> new ArrayList<>()).add(edge);
    }
  }

  public Instant time() {
    return time;
  }

  public Map<String, Node> nodes() {
    return nodes;
  }

  public @Nullable Node node(String id) {
    return nodes.get(id);
  }

  public List<Link> links() {
    return links;
  }

  /** Edges that leave the node, sorted. */
  public List<Edge> from(String id) {
    return Collections.unmodifiableList(from.getOrDefault(id, List.of()));
  }

  /** Edges that reach the node, sorted. */
  public List<Edge> to(String id) {
    return Collections.unmodifiableList(to.getOrDefault(id, List.of()));
  }
}
