package io.zhidun.cause.rank;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhidun.cause.KnownOutage;
import io.zhidun.cause.storm.Grouping;
import io.zhidun.cause.storm.Storm;
import io.zhidun.cause.topology.Graph;
import io.zhidun.testkit.outage.FaultKind;
import io.zhidun.testkit.outage.OutageScenario;
import io.zhidun.testkit.outage.Outages;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A small part of what {@code ./zhidun bench cause} measures, so that a decline is seen early. */
class SimulatedOutagesTest {
  private static final int EACH = 3;

  @Test
  void findsMostCausesAmongTheFirstThree() {
    CauseSetting setting = CauseSetting.shipped();
    CauseAnalysis analysis = new CauseAnalysis(setting);
    int first = 0;
    int three = 0;
    int all = 0;
    for (FaultKind kind : FaultKind.values()) {
      for (int seed = 1; seed <= EACH; seed++) {
        OutageScenario outage = Outages.once().make(seed, kind);
        Graph map = KnownOutage.map(outage);
        Storm storm =
            new Grouping(setting.storm())
                .of(KnownOutage.facts(outage), map).stream()
                    .max(Comparator.comparingLong(s -> related(s, outage)))
                    .orElseThrow();
        List<String> ranked = analysis.ranked(storm, map);
        all++;
        first += ranked.get(0).equals(outage.truth()) ? 1 : 0;
        three += ranked.subList(0, Math.min(3, ranked.size())).contains(outage.truth()) ? 1 : 0;
      }
    }
    assertThat(first).as("first of " + all).isGreaterThanOrEqualTo(all * 65 / 100);
    assertThat(three).as("in the first three of " + all).isGreaterThanOrEqualTo(all * 80 / 100);
  }

  private static long related(Storm storm, OutageScenario outage) {
    return storm.facts().stream().filter(fact -> !outage.unrelated().contains(fact.id())).count();
  }
}
