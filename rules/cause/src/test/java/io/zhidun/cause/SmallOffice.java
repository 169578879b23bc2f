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
import java.time.Instant;
import java.util.Map;

/**
 * People submit by {@code portal}, which calls {@code filing} and {@code fees}; both store in
 * {@code main-db} on {@code db-host}. Apart from them stands {@code wiki} with its own database.
 */
public final class SmallOffice {
  public static final Instant BREAKS = Instant.parse("2026-11-25T02:00:00Z");

  private SmallOffice() {}

  public static Graph map() {
    TopologyDraft draft = Topology.empty().draft(TopologyLimits.SHIPPED);
    for (String service : new String[] {"portal", "filing", "fees", "wiki"}) {
      draft.node(Node.of(service, NodeKind.SERVICE));
    }
    draft.node(Node.of("main-db", NodeKind.DATABASE));
    draft.node(Node.of("wiki-db", NodeKind.DATABASE));
    draft.node(Node.of("db-host", NodeKind.HOST));
    draft.node(
        new Node("submit", NodeKind.CAPABILITY, new Texts("提交申请", "submit a filing"), Map.of()));
    edge(draft, "portal", "filing", EdgeKind.CALLS);
    edge(draft, "portal", "fees", EdgeKind.CALLS);
    edge(draft, "filing", "main-db", EdgeKind.STORES_IN);
    edge(draft, "fees", "main-db", EdgeKind.STORES_IN);
    edge(draft, "main-db", "db-host", EdgeKind.RUNS_ON);
    edge(draft, "wiki", "wiki-db", EdgeKind.STORES_IN);
    edge(draft, "portal", "submit", EdgeKind.SERVES);
    return draft.topology().at(BREAKS);
  }

  private static void edge(TopologyDraft draft, String from, String to, EdgeKind kind) {
    draft.saw(new Edge(from, to, kind), Origin.CONFIGURATION, BREAKS.minusSeconds(3_600));
  }

  /** A fact, its id being what it says. */
  public static Fact fact(int seconds, String node, Signal signal) {
    return Fact.of(node + "-" + signal + "@" + seconds, node, BREAKS.plusSeconds(seconds), signal);
  }
}
