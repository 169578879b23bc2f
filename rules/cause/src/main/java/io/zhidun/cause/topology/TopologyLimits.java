package io.zhidun.cause.topology;

/**
 * How large a map may grow; what goes beyond is refused and told, never dropped unseen.
 *
 * @param nodes most nodes
 * @param edges most edges, of whatever origin
 * @param labels most labels of a node
 * @param text longest id, name, label key or label value, in UTF-16 units
 * @param spans most stretches of time kept of an edge; the oldest goes first
 */
public record TopologyLimits(int nodes, int edges, int labels, int text, int spans) {
  public static final TopologyLimits SHIPPED = new TopologyLimits(20_000, 200_000, 32, 256, 64);

  public TopologyLimits {
    if (nodes < 1 || edges < 1 || labels < 0 || text < 1 || spans < 1) {
      throw new IllegalArgumentException(
          "limits must be positive, were "
              + nodes
              + " nodes, "
              + edges
              + " edges, "
              + labels
              + " labels, "
              + text
              + " characters, "
              + spans
              + " spans");
    }
  }
}
