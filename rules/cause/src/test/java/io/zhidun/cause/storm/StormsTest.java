package io.zhidun.cause.storm;

import static io.zhidun.cause.SmallOffice.BREAKS;
import static io.zhidun.cause.SmallOffice.fact;
import static org.assertj.core.api.Assertions.assertThat;

import io.zhidun.cause.SmallOffice;
import io.zhidun.cause.fact.Fact;
import io.zhidun.cause.fact.Signal;
import io.zhidun.cause.rank.CauseSetting;
import io.zhidun.cause.storm.Storms.Taken;
import io.zhidun.cause.topology.Graph;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StormsTest {
  private static final StormSetting SETTING = CauseSetting.shipped().storm();
  private static final Graph MAP = SmallOffice.map();
  private static final Fact DATABASE = fact(0, "main-db", Signal.LATENCY);
  private static final Fact FILING = fact(20, "filing", Signal.ERRORS);
  private static final Fact PORTAL = fact(40, "portal", Signal.ERRORS);
  private static final Fact WIKI = fact(30, "wiki", Signal.LATENCY);

  private static List<Storm> grouped(Fact... facts) {
    return new Grouping(SETTING).of(List.of(facts), MAP);
  }

  @Test
  void tiesWhatIsNearInPlaceAndTime() {
    assertThat(grouped(PORTAL, WIKI, DATABASE, FILING))
        .extracting(Storm::facts)
        .containsExactly(List.of(DATABASE, FILING, PORTAL), List.of(WIKI));
  }

  @Test
  void partsWhatIsFarApartInTime() {
    Fact muchLater = fact(3_000, "filing", Signal.ERRORS);

    assertThat(grouped(DATABASE, muchLater)).hasSize(2);
  }

  @Test
  void givesAlertsOfNodesThatTheMapDoesNotKnowAStormOfTheirOwn() {
    assertThat(grouped(DATABASE, fact(5, "stranger", Signal.DOWN), fact(9, "stranger", Signal.LOG)))
        .hasSize(2);
  }

  @Test
  void laysChangesAndEarlierDetectionsBesideAStorm() {
    Fact deployment = fact(-300, "fees", Signal.DEPLOYMENT);
    Fact detection = fact(-900, "portal", Signal.SECURITY);
    Fact old = fact(-4_000, "fees", Signal.DEPLOYMENT);
    Fact elsewhere = fact(-10, "wiki", Signal.DEPLOYMENT);

    List<Storm> storms = grouped(DATABASE, FILING, deployment, detection, old, elsewhere);

    assertThat(storms).hasSize(2);
    assertThat(storms.get(1).context()).containsExactly(detection, deployment);
  }

  @Test
  void cutsAStormThatGoesOnForTooLong() {
    List<Fact> facts = new ArrayList<>();
    for (int minute = 0; minute < 200; minute++) {
      facts.add(fact(minute * 60, "filing", Signal.ERRORS));
    }

    List<Storm> storms = new Grouping(SETTING).of(facts, MAP);

    assertThat(storms).hasSize(2);
    assertThat(storms.get(0).facts()).hasSize(121);
    assertThat(storms.get(1).facts()).hasSize(79);
  }

  @Test
  void givesTheSameStormsAsTheyComeAsAllAtOnceInAnyOrderWithinTheAllowance() {
    List<Fact> facts = new ArrayList<>();
    Random random = new Random(3);
    String[] nodes = {"portal", "filing", "fees", "main-db", "wiki", "wiki-db", "db-host"};
    Signal[] signals = {
      Signal.LATENCY, Signal.ERRORS, Signal.SECURITY, Signal.DEPLOYMENT, Signal.SATURATION
    };
    for (int i = 0; i < 400; i++) {
      String node = nodes[random.nextInt(nodes.length)];
      facts.add(fact(i * 97 + random.nextInt(40), node, signals[random.nextInt(5)]));
    }
    List<Storm> atOnce = new Grouping(SETTING).of(facts, MAP);
    assertThat(atOnce).hasSizeGreaterThan(20);

    for (int order = 0; order < 5; order++) {
      assertThat(streamed(facts, new Random(order))).containsExactlyInAnyOrderElementsOf(atOnce);
    }
  }

  /** Each fact comes up to the allowance late; closed storms are taken out after each. */
  private static List<Storm> streamed(List<Fact> facts, Random random) {
    long allowance = SETTING.allowance().toMillis();
    record Arrival(Fact fact, Instant at) {}
    List<Arrival> arrivals = new ArrayList<>();
    for (Fact fact : facts) {
      arrivals.add(
          new Arrival(fact, fact.at().plusMillis((long) (random.nextDouble() * allowance))));
    }
    arrivals.sort(Comparator.comparing(Arrival::at));
    Storms storms = new Storms(SETTING);
    List<Storm> told = new ArrayList<>();
    for (Arrival arrival : arrivals) {
      assertThat(storms.take(arrival.fact(), arrival.at())).isEqualTo(Taken.TAKEN);
      told.addAll(storms.closed(MAP));
    }
    told.addAll(storms.open(MAP));
    return told;
  }

  @Test
  void countsWhatComesTwiceTooLateOrFromAClockThatIsHoursAhead() {
    Storms storms = new Storms(SETTING);
    storms.take(PORTAL, PORTAL.at());

    assertThat(storms.take(PORTAL, PORTAL.at())).isEqualTo(Taken.KNOWN);
    assertThat(storms.take(fact(-200, "fees", Signal.DOWN), BREAKS)).isEqualTo(Taken.LATE);
    assertThat(storms.take(fact(7_200, "fees", Signal.DOWN), BREAKS)).isEqualTo(Taken.AHEAD);
    assertThat(storms.take(FILING, BREAKS)).isEqualTo(Taken.TAKEN);
    assertThat(storms.counts())
        .containsEntry(Taken.TAKEN, 2L)
        .containsEntry(Taken.KNOWN, 1L)
        .containsEntry(Taken.LATE, 1L)
        .containsEntry(Taken.AHEAD, 1L);
  }

  @Test
  void holdsNoMoreFactsThanItsLimit() {
    StormSetting small =
        new StormSetting(
            SETTING.window(),
            4,
            SETTING.allowance(),
            SETTING.ahead(),
            SETTING.longest(),
            Duration.ofMinutes(30),
            2,
            SETTING.steps());
    Storms storms = new Storms(small);
    storms.take(DATABASE, BREAKS);
    storms.take(FILING, BREAKS);

    assertThat(storms.take(PORTAL, BREAKS)).isEqualTo(Taken.FULL);
  }
}
