package io.zhidun.testkit.outage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OutagesTest {
  @ParameterizedTest
  @EnumSource(FaultKind.class)
  void everyKindOfFaultIsFeltAndItsPlaceIsOnTheMap(FaultKind kind) {
    OutageScenario outage = Outages.once().make(1, kind);

    assertThat(outage.nodes()).extracting(MapNode::id).contains(outage.truth());
    assertThat(outage.alerts())
        .filteredOn(alert -> alert.at().isAfter(outage.began()))
        .isNotEmpty();
  }

  @Test
  void theSameSeedGivesTheSameOutageAndAnotherAnother() {
    OutageScenario outage = Outages.once().make(5, FaultKind.ATTACK);

    assertThat(Outages.once().make(5, FaultKind.ATTACK)).isEqualTo(outage);
    assertThat(Outages.once().make(6, FaultKind.ATTACK).alerts()).isNotEqualTo(outage.alerts());
  }

  @Test
  void theKnownMapLacksEdgesAndHasWrongOnes() {
    OutageScenario outage = Outages.once().make(2, FaultKind.LEAK);
    Set<MapEdge> known = Set.copyOf(outage.edges());

    assertThat(outage.nodes()).filteredOn(node -> node.kind().equals("SERVICE")).hasSize(30);
    assertThat(known).hasSizeBetween(120, 260);
    long placed =
        known.stream().filter(edge -> edge.kind().equals("IN_ZONE")).map(MapEdge::from).count();
    assertThat(placed).as("of sixteen hosts some have no zone").isBetween(10L, 16L);
  }

  @Test
  void aSlowDatabaseIsFeltByServicesThatNeverUseItThemselves() {
    OutageScenario outage = Outages.once().make(3, FaultKind.SLOW_DATABASE);
    Set<String> users =
        outage.edges().stream()
            .filter(edge -> edge.to().equals(outage.truth()))
            .map(MapEdge::from)
            .collect(Collectors.toSet());

    assertThat(outage.alerts())
        .filteredOn(alert -> alert.at().isAfter(outage.began()))
        .filteredOn(alert -> alert.node().startsWith("service/"))
        .anySatisfy(alert -> assertThat(users).doesNotContain(alert.node()));
  }

  @Test
  void repeatedAlertsMakeStormsOfHundreds() {
    Outages repeating = Outages.repeating(Duration.ofMinutes(1));

    assertThat(repeating.make(3, FaultKind.SLOW_DATABASE).alerts()).hasSizeGreaterThan(500);
  }
}
