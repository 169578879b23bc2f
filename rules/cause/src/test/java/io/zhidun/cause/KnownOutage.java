package io.zhidun.cause;

import io.zhidun.cause.fact.Fact;
import io.zhidun.cause.fact.Signal;
import io.zhidun.cause.topology.Edge;
import io.zhidun.cause.topology.EdgeKind;
import io.zhidun.cause.topology.Graph;
import io.zhidun.cause.topology.Node;
import io.zhidun.cause.topology.NodeKind;
import io.zhidun.cause.topology.Origin;
import io.zhidun.cause.topology.Topology;
import io.zhidun.cause.topology.TopologyDraft;
import io.zhidun.cause.topology.TopologyLimits;
import io.zhidun.testkit.outage.MapEdge;
import io.zhidun.testkit.outage.MapNode;
import io.zhidun.testkit.outage.OutageAlert;
import io.zhidun.testkit.outage.OutageScenario;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A simulated outage in this module's terms; the truth stays outside. */
public final class KnownOutage {
  private KnownOutage() {}

  /** The map as it was known when the fault began. */
  public static Graph map(OutageScenario outage) {
    TopologyDraft draft = Topology.empty().draft(TopologyLimits.SHIPPED);
    for (MapNode node : outage.nodes()) {
      Texts name = new Texts(node.zh(), node.en());
      draft.node(new Node(node.id(), NodeKind.valueOf(node.kind()), name, Map.of()));
    }
    for (MapEdge edge : outage.edges()) {
      Edge known = new Edge(edge.from(), edge.to(), EdgeKind.valueOf(edge.kind()));
      draft.saw(known, Origin.TRACE, outage.began().minus(Duration.ofHours(1)));
    }
    return draft.topology().at(outage.began());
  }

  /** What was told, by arrival. */
  public static List<Fact> facts(OutageScenario outage) {
    return outage.alerts().stream().map(KnownOutage::fact).toList();
  }

  public static Fact fact(OutageAlert alert) {
    Signal signal = Signal.valueOf(alert.signal());
    return new Fact(alert.id(), alert.node(), alert.at(), signal, alert.severity(), signal.text());
  }
}
