package io.zhidun.cause.topology;

import io.zhidun.cause.Texts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A topology in the making. One thread; {@link #topology()} hands over and ends it. */
public final class TopologyDraft {
  private static final Comparator<Span> ORDER =
      Comparator.comparing(Span::origin).thenComparing(Span::firstSeen);

  private final Map<String, Node> nodes;
  private final Map<Edge, List<Span>> edges;
  private final TopologyLimits limits;
  private final List<Refusal> refusals = new ArrayList<>();

  TopologyDraft(Map<String, Node> nodes, Map<Edge, List<Span>> edges, TopologyLimits limits) {
    this.nodes = new TreeMap<>(nodes);
    this.edges = new TreeMap<>(edges);
    this.limits = limits;
  }

  /** Adds a node, or says anew what a known one is. */
  public TopologyDraft node(Node node) {
    Texts fault = fault(node);
    if (fault != null) {
      refusals.add(new Refusal(node.id(), fault));
    } else {
      nodes.put(node.id(), node);
    }
    return this;
  }

  /** An origin saw the edge; both its nodes must be known. */
  public TopologyDraft saw(Edge edge, Origin origin, Instant time) {
    return saw(edge, new Span(origin, time, time, null));
  }

  /** An origin saw the edge through a stretch of time, as when a stored map is read. */
  public TopologyDraft saw(Edge edge, Span span) {
    Texts fault = fault(edge);
    if (fault != null) {
      refusals.add(new Refusal(edge.from() + " -> " + edge.to(), fault));
      return this;
    }
    edges.put(edge, merged(edges.getOrDefault(edge, List.of()), span));
    return this;
  }

  /** Somebody took the edge away: what that origin said of it ends. */
  public TopologyDraft ended(Edge edge, Origin origin, Instant time) {
    List<Span> spans = edges.get(edge);
    if (spans == null) {
      return this;
    }
    List<Span> ended = new ArrayList<>();
    for (Span span : spans) {
      boolean open = span.origin() == origin && span.ended() == null;
      ended.add(open ? span.endedAt(time) : span);
    }
    edges.put(edge, List.copyOf(ended));
    return this;
  }

  /** What was not taken so far, in the order in which it came. */
  public List<Refusal> refusals() {
    return List.copyOf(refusals);
  }

  public Topology topology() {
    return new Topology(new TreeMap<>(nodes), new TreeMap<>(edges));
  }

  /** Spans of one origin that the new sight bridges become one, whichever came first. */
  private List<Span> merged(List<Span> known, Span seen) {
    List<Span> spans = new ArrayList<>();
    Span grown = seen;
    for (Span span : known) {
      Span joined = span.joined(grown);
      if (joined == null) {
        spans.add(span);
      } else {
        grown = joined;
      }
    }
    spans.add(grown);
    spans.sort(ORDER);
    while (spans.size() > limits.spans()) {
      spans.remove(spans.stream().min(Comparator.comparing(Span::lastSeen)).orElseThrow());
    }
    return List.copyOf(spans);
  }

  private @Nullable Texts fault(Node node) {
    if (!nodes.containsKey(node.id()) && nodes.size() >= limits.nodes()) {
      return full("节点", "nodes", limits.nodes());
    }
    if (node.labels().size() > limits.labels()) {
      return full("标签", "labels", limits.labels());
    }
    if (isLong(node.id()) || isLong(node.name().zh()) || isLong(node.name().en())) {
      return tooLong();
    }
    for (Map.Entry<String, String> label : node.labels().entrySet()) {
      if (isLong(label.getKey()) || isLong(label.getValue())) {
        return tooLong();
      }
    }
    return null;
  }

  private @Nullable Texts fault(Edge edge) {
    if (!nodes.containsKey(edge.from()) || !nodes.containsKey(edge.to())) {
      return new Texts("边的两端必须是已知节点", "both ends of an edge must be known nodes");
    }
    if (!edges.containsKey(edge) && edges.size() >= limits.edges()) {
      return full("边", "edges", limits.edges());
    }
    return null;
  }

  private boolean isLong(String text) {
    return text.length() > limits.text();
  }

  private Texts tooLong() {
    return new Texts(
        "文字最长 " + limits.text() + " 个字符",
        "a text may have at most " + limits.text() + " characters");
  }

  private static Texts full(String zh, String en, int most) {
    return new Texts(zh + "最多 " + most + " 个", "at most " + most + " " + en + " are kept");
  }
}
