package io.zhidun.cause.rank;

import io.zhidun.cause.Texts;
import io.zhidun.cause.fact.Signal;
import io.zhidun.cause.rank.AffectedCapability.Degree;
import io.zhidun.cause.topology.Edge;
import io.zhidun.cause.topology.EdgeKind;
import io.zhidun.cause.topology.Node;
import io.zhidun.cause.topology.NodeKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells a storm in what people cannot do. */
final class Capabilities {
  private static final Set<Signal> BROKEN =
      EnumSet.of(Signal.ERRORS, Signal.DOWN, Signal.CERTIFICATE);
  private static final Set<Signal> SLOW =
      EnumSet.of(Signal.LATENCY, Signal.SATURATION, Signal.BACKLOG, Signal.ROUTE);

  /** What is felt less is not worth a warning. */
  private static final double RISK = 0.25;

  private final Scene scene;

  Capabilities(Scene scene) {
    this.scene = scene;
  }

  /**
   * Capabilities in trouble.
   *
   * @param cause the likeliest one, or null
   */
  List<AffectedCapability> of(@Nullable Suspect cause) {
    List<AffectedCapability> affected = new ArrayList<>();
    for (Node node : scene.graph.nodes().values()) {
      AffectedCapability one = node.kind() == NodeKind.CAPABILITY ? of(node, cause) : null;
      if (one != null) {
        affected.add(one);
      }
    }
    affected.sort(
        Comparator.comparing(AffectedCapability::degree).thenComparing(AffectedCapability::node));
    return affected;
  }

  private @Nullable AffectedCapability of(Node capability, @Nullable Suspect cause) {
    Degree degree = null;
    Instant since = null;
    for (Edge edge : scene.graph.to(capability.id())) {
      if (edge.kind() != EdgeKind.SERVES) {
        continue;
      }
      for (Symptom symptom : scene.on(edge.from())) {
        Degree worse = degree(symptom.signal());
        if (worse != null) {
          degree = degree == null || worse.compareTo(degree) < 0 ? worse : degree;
          since = since == null || symptom.first().isBefore(since) ? symptom.first() : since;
        }
      }
      if (degree == null && cause != null && cause.influence.on(edge.from()) >= RISK) {
        degree = Degree.AT_RISK;
        since = scene.onset;
      }
    }
    if (degree == null || since == null) {
      return null;
    }
    List<String> path = path(capability.id(), cause);
    return new AffectedCapability(
        capability.id(), capability.name(), degree, since, path, text(degree, capability.name()));
  }

  /** The best way from the cause to a service that carries it, and on to the capability. */
  private List<String> path(String capability, @Nullable Suspect cause) {
    List<String> best = new ArrayList<>();
    double most = 0;
    for (Edge edge : scene.graph.to(capability)) {
      double felt = cause == null ? 0 : cause.influence.on(edge.from());
      if (cause != null && felt > most) {
        most = felt;
        best = new ArrayList<>(cause.influence.path(edge.from()));
        best.add(capability);
      }
    }
    return best;
  }

  private static @Nullable Degree degree(Signal signal) {
    if (BROKEN.contains(signal)) {
      return Degree.BROKEN;
    }
    return SLOW.contains(signal) ? Degree.SLOW : null;
  }

  private static Texts text(Degree degree, Texts name) {
    return switch (degree) {
      case BROKEN -> new Texts("公众无法" + name.zh(), "People cannot " + name.en());
      case SLOW -> new Texts(name.zh() + "变慢", "It takes people long to " + name.en());
      case AT_RISK -> new Texts(name.zh() + "可能受影响", "People may soon be unable to " + name.en());
    };
  }
}
