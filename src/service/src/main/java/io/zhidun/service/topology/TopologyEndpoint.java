package io.zhidun.service.topology;

import io.zhidun.cause.topology.Edge;
import io.zhidun.cause.topology.Graph;
import io.zhidun.cause.topology.Node;
import io.zhidun.cause.topology.Origin;
import io.zhidun.cause.topology.Refusal;
import io.zhidun.cause.topology.Span;
import io.zhidun.service.audit.AuditEntry;
import io.zhidun.service.audit.AuditTrail;
import io.zhidun.service.topology.TopologyForms.EdgeForm;
import io.zhidun.service.topology.TopologyForms.ImportForm;
import io.zhidun.service.topology.TopologyForms.Imported;
import io.zhidun.service.web.Fault;
import io.zhidun.service.web.Problems;
import java.security.Principal;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The map at a time, and what engineers add to it. */
@RestController
@RequestMapping("/api/v1/topology")
class TopologyEndpoint {
  private final ServiceMap map;
  private final AuditTrail trail;
  private final Clock clock;

  TopologyEndpoint(ServiceMap map, AuditTrail trail, Clock clock) {
    this.map = map;
    this.trail = trail;
    this.clock = clock;
  }

  /** The map at one time. */
  record MapView(Instant at, Collection<Node> nodes, List<LinkView> links) {
    static MapView of(Graph graph) {
      List<LinkView> links =
          graph.links().stream().map(link -> LinkView.of(link.edge(), link.origins())).toList();
      return new MapView(graph.time(), graph.nodes().values(), links);
    }
  }

  /** An edge with those who say so. */
  record LinkView(String from, String to, String kind, Set<Origin> origins) {
    static LinkView of(Edge edge, Set<Origin> origins) {
      return new LinkView(edge.from(), edge.to(), edge.kind().name(), origins);
    }
  }

  /** What an import came to. */
  record ImportView(int nodes, int edges, List<Refusal> refused) {}

  @GetMapping
  MapView map(@RequestParam(required = false) @Nullable Instant at) {
    return MapView.of(map.at(at == null ? clock.instant() : at));
  }

  @GetMapping("/history")
  List<Span> history(
      @RequestParam(defaultValue = "") String from,
      @RequestParam(defaultValue = "") String to,
      @RequestParam(defaultValue = "") String kind) {
    return map.history(new EdgeForm(from, to, kind).edge());
  }

  @PostMapping("/edges")
  @ResponseStatus(HttpStatus.CREATED)
  LinkView draw(@RequestBody EdgeForm form, Principal who) {
    Edge edge = form.edge();
    Graph now = map.at(clock.instant());
    for (String end : List.of(edge.from(), edge.to())) {
      if (now.node(end) == null) {
        throw Problems.invalid(List.of(Fault.of("from, to", end, "must be a known node")));
      }
    }
    map.saw(
        List.of(),
        List.of(edge),
        Origin.HAND_DRAWN,
        clock.instant(),
        () -> audit(who, "topology.drawn", edge));
    return LinkView.of(edge, Set.of(Origin.HAND_DRAWN));
  }

  @PostMapping("/edges/end")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void end(@RequestBody EdgeForm form, Principal who) {
    Edge edge = form.edge();
    map.ended(edge, clock.instant(), () -> audit(who, "topology.ended", edge));
  }

  @PostMapping("/import")
  ImportView take(@RequestBody ImportForm form, Principal who) {
    Imported sent = form.read(clock.instant());
    List<Refusal> refused =
        map.saw(
            sent.nodes(),
            sent.edges(),
            sent.origin(),
            sent.seenAt(),
            () ->
                trail.record(
                    AuditEntry.by(
                        who.getName(),
                        "topology.imported",
                        "topology",
                        sent.origin().name(),
                        Map.of(
                            "nodes",
                            sent.nodes().size() + "",
                            "edges",
                            sent.edges().size() + ""))));
    return new ImportView(
        sent.nodes().size(), sent.edges().size(), refused.stream().limit(100).toList());
  }

  private void audit(Principal who, String action, Edge edge) {
    trail.record(
        AuditEntry.by(
            who.getName(),
            action,
            "topology",
            edge.from() + " -> " + edge.to(),
            Map.of("kind", edge.kind().name())));
  }
}
