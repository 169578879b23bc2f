package io.zhidun.cause.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TopologyTest {
  private static final Instant NOON = Instant.parse("2026-11-25T04:00:00Z");
  private static final Edge CALL = new Edge("web", "api", EdgeKind.CALLS);

  private static TopologyDraft draft(TopologyLimits limits) {
    return Topology.empty()
        .draft(limits)
        .node(Node.of("web", NodeKind.SERVICE))
        .node(Node.of("api", NodeKind.SERVICE));
  }

  private static TopologyDraft draft() {
    return draft(TopologyLimits.SHIPPED);
  }

  @Test
  void showsAnEdgeOnlyAtTimesWhenItWasBelieved() {
    Topology topology = draft().saw(CALL, Origin.TRACE, NOON).topology();

    assertThat(topology.at(NOON.minusSeconds(1)).links()).isEmpty();
    assertThat(topology.at(NOON).links()).hasSize(1);
    assertThat(topology.at(NOON.plus(Duration.ofHours(24))).links()).hasSize(1);
    assertThat(topology.at(NOON.plus(Duration.ofHours(25))).links())
        .as("nobody called for more than a day")
        .isEmpty();
  }

  @Test
  void keepsBothTimesOfAnEdgeThatCameBack() {
    Instant later = NOON.plus(Duration.ofDays(5));
    Topology topology =
        draft().saw(CALL, Origin.TRACE, NOON).saw(CALL, Origin.TRACE, later).topology();

    assertThat(topology.edges().get(CALL)).hasSize(2);
    assertThat(topology.at(NOON.plus(Duration.ofDays(3))).links()).isEmpty();
    assertThat(topology.at(later).links()).hasSize(1);
  }

  @Test
  void mergesWhatSeveralOriginsSay() {
    Topology topology =
        draft()
            .saw(CALL, Origin.FLOW, NOON)
            .saw(CALL, Origin.TRACE, NOON)
            .saw(CALL, Origin.HAND_DRAWN, NOON)
            .topology();

    assertThat(topology.at(NOON).links())
        .containsExactly(new Link(CALL, Set.of(Origin.FLOW, Origin.TRACE, Origin.HAND_DRAWN)));
    assertThat(topology.at(NOON.plus(Duration.ofDays(3))).links().get(0).origins())
        .as("traces expire first, a drawn edge never")
        .containsExactly(Origin.FLOW, Origin.HAND_DRAWN);
  }

  @Test
  void endsADrawnEdgeWhenAPersonTakesItAwayAndStillShowsItBefore() {
    Instant evening = NOON.plus(Duration.ofHours(8));
    Topology topology =
        draft()
            .saw(CALL, Origin.HAND_DRAWN, NOON)
            .ended(CALL, Origin.HAND_DRAWN, evening)
            .topology();

    assertThat(topology.at(evening.minusSeconds(1)).links()).hasSize(1);
    assertThat(topology.at(evening).links()).isEmpty();
  }

  @Test
  void isTheSameWhateverTheOrderOfSights() {
    List<Instant> sights = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      sights.add(NOON.plus(Duration.ofHours(i * (long) i)));
    }
    Map<Edge, List<Span>> inOrder = seen(sights);
    Collections.shuffle(sights, new Random(7));

    assertThat(seen(sights)).isEqualTo(inOrder);
  }

  private static Map<Edge, List<Span>> seen(List<Instant> sights) {
    TopologyDraft draft = draft();
    sights.forEach(time -> draft.saw(CALL, Origin.TRACE, time));
    return draft.topology().edges();
  }

  @Test
  void refusesWhatGoesBeyondItsLimitsAndSaysSo() {
    TopologyDraft draft = draft(new TopologyLimits(3, 1, 1, 10, 4));
    draft
        .node(Node.of("db", NodeKind.DATABASE))
        .node(Node.of("queue", NodeKind.QUEUE))
        .node(Node.of("a".repeat(11), NodeKind.HOST))
        .saw(CALL, Origin.TRACE, NOON)
        .saw(new Edge("api", "db", EdgeKind.STORES_IN), Origin.TRACE, NOON)
        .saw(new Edge("api", "nobody", EdgeKind.CALLS), Origin.TRACE, NOON);

    assertThat(draft.refusals())
        .extracting(refusal -> refusal.what() + ": " + refusal.why().en())
        .containsExactly(
            "queue: at most 3 nodes are kept",
            "aaaaaaaaaaa: at most 3 nodes are kept",
            "api -> db: at most 1 edges are kept",
            "api -> nobody: both ends of an edge must be known nodes");
    assertThat(draft.topology().nodes()).hasSize(3);
  }

  @Test
  void forgetsTheOldestSpansFirst() {
    TopologyDraft draft = draft(new TopologyLimits(9, 9, 9, 99, 2));
    for (int day : new int[] {0, 3, 6}) {
      draft.saw(CALL, Origin.TRACE, NOON.plus(Duration.ofDays(day)));
    }

    assertThat(draft.topology().edges().get(CALL))
        .extracting(Span::firstSeen)
        .containsExactly(NOON.plus(Duration.ofDays(3)), NOON.plus(Duration.ofDays(6)));
  }

  @Test
  void doesNotChangeWhenItsDraftGoesOn() {
    TopologyDraft draft = draft().saw(CALL, Origin.TRACE, NOON);
    Topology before = draft.topology();
    draft.saw(CALL, Origin.TRACE, NOON.plus(Duration.ofDays(9)));

    assertThat(before.edges().get(CALL)).hasSize(1);
  }
}
