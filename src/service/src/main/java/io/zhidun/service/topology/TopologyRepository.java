package io.zhidun.service.topology;

import io.zhidun.cause.Texts;
import io.zhidun.cause.topology.Edge;
import io.zhidun.cause.topology.EdgeKind;
import io.zhidun.cause.topology.Node;
import io.zhidun.cause.topology.NodeKind;
import io.zhidun.cause.topology.Origin;
import io.zhidun.cause.topology.Span;
import io.zhidun.cause.topology.Topology;
import io.zhidun.cause.topology.TopologyDraft;
import io.zhidun.cause.topology.TopologyLimits;
import io.zhidun.events.Json;
import io.zhidun.service.store.Micros;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;

/** The map as the database keeps it. */
@Repository
class TopologyRepository {
  private static final TypeReference<Map<String, String>> LABELS = new TypeReference<>() {};

  private final JdbcTemplate jdbc;

  TopologyRepository(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  Topology read(TopologyLimits limits) {
    TopologyDraft draft = Topology.empty().draft(limits);
    jdbc.query(
        "select id, kind, name_zh, name_en, labels from topology_node",
        row -> {
          draft.node(
              new Node(
                  row.getString(1),
                  NodeKind.valueOf(row.getString(2)),
                  new Texts(row.getString(3), row.getString(4)),
                  Json.mapper().readValue(row.getString(5), LABELS)));
        });
    jdbc.query(
        "select from_node, to_node, kind, origin, first_seen, last_seen, ended from topology_span",
        row -> {
          long ended = row.getLong(7);
          boolean open = row.wasNull();
          draft.saw(
              new Edge(row.getString(1), row.getString(2), EdgeKind.valueOf(row.getString(3))),
              new Span(
                  Origin.valueOf(row.getString(4)),
                  Micros.instant(row.getLong(5)),
                  Micros.instant(row.getLong(6)),
                  open ? null : Micros.instant(ended)));
        });
    return draft.topology();
  }

  /** Writes nodes as they now are. */
  void nodes(Collection<Node> nodes) {
    List<Object[]> added = new ArrayList<>();
    for (Node node : nodes) {
      String labels = Json.mapper().writeValueAsString(node.labels());
      int known =
          jdbc.update(
              "update topology_node set kind = ?, name_zh = ?, name_en = ?, labels = ?"
                  + " where id = ?",
              node.kind().name(),
              node.name().zh(),
              node.name().en(),
              labels,
              node.id());
      if (known == 0) {
        added.add(
            new Object[] {
              node.id(), node.kind().name(), node.name().zh(), node.name().en(), labels
            });
      }
    }
    jdbc.batchUpdate(
        "insert into topology_node (id, kind, name_zh, name_en, labels) values (?, ?, ?, ?, ?)",
        added);
  }

  /** Writes the spans of edges as they now are. */
  void spans(Map<Edge, List<Span>> edges) {
    List<Object[]> keys = new ArrayList<>();
    List<Object[]> rows = new ArrayList<>();
    edges.forEach(
        (edge, spans) -> {
          keys.add(new Object[] {edge.from(), edge.to(), edge.kind().name()});
          spans.forEach(span -> rows.add(row(edge, span)));
        });
    jdbc.batchUpdate(
        "delete from topology_span where from_node = ? and to_node = ? and kind = ?", keys);
    jdbc.batchUpdate(
        "insert into topology_span (from_node, to_node, kind, origin, first_seen, last_seen, ended)"
            + " values (?, ?, ?, ?, ?, ?, ?)",
        rows);
  }

  private static Object[] row(Edge edge, Span span) {
    return new Object[] {
      edge.from(),
      edge.to(),
      edge.kind().name(),
      span.origin().name(),
      Micros.of(span.firstSeen()),
      Micros.of(span.lastSeen()),
      span.ended() == null ? null : Micros.of(span.ended())
    };
  }
}
