package io.zhidun.cause.topology;

import java.util.Comparator;
import java.util.Objects;

/** Two nodes and how they are tied; a node is not tied to itself. */
public record Edge(String from, String to, EdgeKind kind) implements Comparable<Edge> {
  private static final Comparator<Edge> ORDER =
      Comparator.comparing(Edge::from).thenComparing(Edge::to).thenComparing(Edge::kind);

  public Edge {
    Objects.requireNonNull(kind, "kind");
    if (from.equals(to)) {
      throw new IllegalArgumentException("an edge must join two nodes, was " + from + " twice");
    }
  }

  @Override
  public int compareTo(Edge other) {
    return ORDER.compare(this, other);
  }
}
