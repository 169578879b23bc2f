package io.zhidun.service.topology;

import io.zhidun.cause.Texts;
import io.zhidun.cause.topology.Edge;
import io.zhidun.cause.topology.EdgeKind;
import io.zhidun.cause.topology.Node;
import io.zhidun.cause.topology.NodeKind;
import io.zhidun.cause.topology.Origin;
import io.zhidun.service.web.Fault;
import io.zhidun.service.web.Problems;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What people send of the map, checked: all faults at once. */
final class TopologyForms {
  private static final int MOST = 20_000;
  private static final int MOST_FAULTS = 50;

  private TopologyForms() {}

  /** An edge as it is sent. */
  record EdgeForm(@Nullable String from, @Nullable String to, @Nullable String kind) {
    Edge edge() {
      List<Fault> faults = new ArrayList<>();
      Edge edge = edge("", faults);
      if (edge == null) {
        throw Problems.invalid(faults);
      }
      return edge;
    }

    private @Nullable Edge edge(String place, List<Fault> faults) {
      String start = required(place + "from", from, faults);
      String end = required(place + "to", to, faults);
      EdgeKind type = constant(place + "kind", kind, EdgeKind.values(), faults);
      if (start == null || end == null || type == null) {
        return null;
      }
      if (start.equals(end)) {
        faults.add(Fault.of(place + "to", end, "must be another node than from"));
        return null;
      }
      return new Edge(start, end, type);
    }
  }

  /** A node as it is sent; its name is its id where it has none. */
  record NodeForm(
      @Nullable String id,
      @Nullable String kind,
      @Nullable Texts name,
      @Nullable Map<String, String> labels) {
    private @Nullable Node node(String place, List<Fault> faults) {
      String known = required(place + "id", id, faults);
      NodeKind type = constant(place + "kind", kind, NodeKind.values(), faults);
      if (known == null || type == null) {
        return null;
      }
      Texts called = name == null ? new Texts(known, known) : name;
      return new Node(known, type, called, labels == null ? Map.of() : labels);
    }
  }

  /** A map as it is sent. */
  record ImportForm(
      @Nullable String origin,
      @Nullable Instant seenAt,
      @Nullable List<NodeForm> nodes,
      @Nullable List<EdgeForm> edges) {
    Imported read(Instant now) {
      List<Fault> faults = new ArrayList<>();
      Origin from = constant("origin", origin, Origin.values(), faults);
      List<NodeForm> sentNodes = nodes == null ? List.of() : nodes;
      List<EdgeForm> sentEdges = edges == null ? List.of() : edges;
      if (sentNodes.size() > MOST || sentEdges.size() > MOST) {
        faults.add(Fault.of("nodes", sentNodes.size() + "", "must be at most " + MOST));
        throw Problems.invalid(faults);
      }
      if (seenAt != null && seenAt.isAfter(now)) {
        faults.add(Fault.of("seenAt", seenAt.toString(), "must not lie in the future"));
      }
      List<Node> readNodes = new ArrayList<>();
      for (int i = 0; i < sentNodes.size() && faults.size() < MOST_FAULTS; i++) {
        Node node = sentNodes.get(i).node("nodes[" + i + "].", faults);
        if (node != null) {
          readNodes.add(node);
        }
      }
      List<Edge> readEdges = new ArrayList<>();
      for (int i = 0; i < sentEdges.size() && faults.size() < MOST_FAULTS; i++) {
        Edge edge = sentEdges.get(i).edge("edges[" + i + "].", faults);
        if (edge != null) {
          readEdges.add(edge);
        }
      }
      if (!faults.isEmpty() || from == null) {
        throw Problems.invalid(faults);
      }
      return new Imported(from, seenAt == null ? now : seenAt, readNodes, readEdges);
    }
  }

  /** A map that was read. */
  record Imported(Origin origin, Instant seenAt, List<Node> nodes, List<Edge> edges) {}

  private static @Nullable String required(
      String name, @Nullable String value, List<Fault> faults) {
    if (value == null || value.isBlank()) {
      faults.add(Fault.of(name, "", "must be given"));
      return null;
    }
    return value.strip();
  }

  static <E extends Enum<E>> @Nullable E constant(
      String name, @Nullable String value, E[] values, List<Fault> faults) {
    for (E one : values) {
      if (one.name().equals(value)) {
        return one;
      }
    }
    String rule = "must be one of " + Arrays.toString(values);
    faults.add(Fault.of(name, value == null ? "" : value, rule));
    return null;
  }
}
