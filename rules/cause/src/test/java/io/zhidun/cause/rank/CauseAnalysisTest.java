package io.zhidun.cause.rank;

import static io.zhidun.cause.SmallOffice.fact;
import static org.assertj.core.api.Assertions.assertThat;

import io.zhidun.cause.SmallOffice;
import io.zhidun.cause.fact.Fact;
import io.zhidun.cause.fact.Signal;
import io.zhidun.cause.rank.AffectedCapability.Degree;
import io.zhidun.cause.rank.FoldedSymptom.Why;
import io.zhidun.cause.storm.Grouping;
import io.zhidun.cause.storm.Storm;
import io.zhidun.cause.topology.Graph;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class CauseAnalysisTest {
  private static final CauseSetting SETTING = CauseSetting.shipped();
  private static final Graph MAP = SmallOffice.map();

  private static Storm storm(List<Fact> facts) {
    List<Storm> storms = new Grouping(SETTING.storm()).of(facts, MAP);
    return storms.stream().filter(s -> s.facts().size() > 1).findFirst().orElseThrow();
  }

  private static Explanation explained(Fact... facts) {
    return new CauseAnalysis(SETTING).explain(storm(List.of(facts)), MAP);
  }

  /** Everything on top of the database suffers; it says so later than they do. */
  private static Fact[] suffering(Fact... more) {
    List<Fact> facts = new ArrayList<>(Arrays.asList(more));
    facts.add(fact(10, "filing", Signal.LATENCY));
    facts.add(fact(12, "fees", Signal.LATENCY));
    facts.add(fact(20, "portal", Signal.ERRORS));
    return facts.toArray(Fact[]::new);
  }

  @Test
  void findsTheDatabaseBeneathThoseThatSuffer() {
    Explanation explanation = explained(suffering(fact(15, "main-db", Signal.SATURATION)));

    assertThat(explanation.causes().get(0).node()).isEqualTo("main-db");
    assertThat(explanation.causes().get(0).explained()).isEqualTo(4);
  }

  @Test
  void findsAFullDiskUnderTheDatabase() {
    Explanation explanation =
        explained(
            suffering(fact(15, "main-db", Signal.ERRORS), fact(5, "db-host", Signal.DISK_FULL)));

    assertThat(explanation.causes().get(0).node()).isEqualTo("db-host");
    assertThat(explanation.causes().get(0).reasons())
        .anySatisfy(
            reason -> {
              assertThat(reason.part()).isEqualTo(Part.SATURATION);
              assertThat(reason.text().en()).isEqualTo("its disk is full");
              assertThat(reason.text().zh()).isEqualTo("磁盘写满");
              assertThat(reason.facts()).containsExactly("db-host-DISK_FULL@5");
            });
  }

  @Test
  void suspectsTheServiceThatWasJustDeployed() {
    Fact deployment = fact(-60, "fees", Signal.DEPLOYMENT);
    Explanation explanation =
        explained(fact(5, "fees", Signal.ERRORS), fact(15, "portal", Signal.ERRORS), deployment);

    Cause first = explanation.causes().get(0);
    assertThat(first.node()).isEqualTo("fees");
    assertThat(first.reasons())
        .anySatisfy(
            reason -> {
              assertThat(reason.part()).isEqualTo(Part.CHANGE);
              assertThat(reason.text().en()).isEqualTo("65 s before: a new version was deployed");
              assertThat(reason.facts()).containsExactly(deployment.id());
            });
  }

  @Test
  void doesNotBlameAChangeThatCameAfter() {
    Explanation explanation =
        explained(suffering(fact(1, "main-db", Signal.DOWN), fact(300, "fees", Signal.DEPLOYMENT)));

    assertThat(explanation.causes().get(0).node()).isEqualTo("main-db");
    assertThat(explanation.causes())
        .allSatisfy(
            cause ->
                assertThat(cause.reasons()).extracting(Reason::part).doesNotContain(Part.CHANGE));
  }

  @Test
  void findsTheAttackedEntryAboveWhatItsFloodDrowned() {
    Explanation explanation =
        explained(
            fact(0, "portal", Signal.SECURITY),
            fact(0, "portal", Signal.SURGE),
            fact(20, "filing", Signal.SURGE),
            fact(25, "fees", Signal.SURGE),
            fact(40, "main-db", Signal.SATURATION),
            fact(60, "filing", Signal.LATENCY));

    assertThat(explanation.causes().get(0).node()).isEqualTo("portal");
    assertThat(explanation.causes().get(0).reasons())
        .extracting(Reason::part)
        .contains(Part.SECURITY);
  }

  @Test
  void aDetectionMayBeASymptomOfAnOutage() {
    Explanation explanation =
        explained(suffering(fact(1, "main-db", Signal.DOWN), fact(30, "portal", Signal.SECURITY)));

    assertThat(explanation.causes().get(0).node()).isEqualTo("main-db");
    assertThat(explanation.symptoms())
        .filteredOn(symptom -> symptom.signal() == Signal.SECURITY)
        .extracting(FoldedSymptom::why)
        .containsExactly(Why.SUFFERS);
  }

  @Test
  void saysWhatPeopleCannotDoAndByWhichWay() {
    Explanation explanation = explained(suffering(fact(1, "main-db", Signal.DOWN)));

    assertThat(explanation.capabilities())
        .singleElement()
        .satisfies(
            capability -> {
              assertThat(capability.degree()).isEqualTo(Degree.BROKEN);
              assertThat(capability.text().zh()).isEqualTo("公众无法提交申请");
              assertThat(capability.text().en()).isEqualTo("People cannot submit a filing");
              assertThat(capability.path()).startsWith("main-db").endsWith("portal", "submit");
            });
    assertThat(explanation.summary().en())
        .startsWith("The likeliest cause is the database main-db")
        .endsWith("People cannot submit a filing.");
  }

  @Test
  void foldsEveryAlertOfTheStormOnceAndSaysWhy() {
    Fact[] facts =
        suffering(
            fact(1, "main-db", Signal.DOWN),
            fact(50, "filing", Signal.LATENCY),
            fact(70, "filing", Signal.LATENCY));
    Explanation explanation = explained(facts);

    assertThat(explanation.symptoms().stream().flatMap(s -> s.facts().stream()))
        .containsExactlyInAnyOrderElementsOf(Arrays.stream(facts).map(Fact::id).toList());
    assertThat(explanation.symptoms())
        .filteredOn(symptom -> symptom.node().equals("portal"))
        .singleElement()
        .satisfies(
            symptom -> {
              assertThat(symptom.why()).isEqualTo(Why.SUFFERS);
              assertThat(symptom.path()).hasSize(3).startsWith("main-db").endsWith("portal");
            });
    assertThat(explanation.symptoms())
        .filteredOn(symptom -> symptom.node().equals("filing"))
        .extracting(FoldedSymptom::count)
        .containsExactly(3);
  }

  @Test
  void scoresAreTheSumOfTheirReasons() {
    Cause first = explained(suffering(fact(1, "main-db", Signal.DOWN))).causes().get(0);

    double sum = first.reasons().stream().mapToDouble(Reason::contribution).sum();
    assertThat(first.score()).isBetween(sum, sum + 0.05).isBetween(0.0, 1.0);
  }

  @Test
  void sameFactsInAnyOrderGiveTheSameBytes() {
    List<Fact> facts =
        new ArrayList<>(
            List.of(
                suffering(fact(1, "main-db", Signal.DOWN), fact(-99, "fees", Signal.DEPLOYMENT))));
    CauseAnalysis analysis = new CauseAnalysis(SETTING);
    String once = ExplanationJson.write(analysis.explain(storm(facts), MAP));
    Collections.reverse(facts);

    assertThat(ExplanationJson.write(analysis.explain(storm(facts), MAP))).isEqualTo(once);
    assertThat(ExplanationJson.write(ExplanationJson.read(once))).isEqualTo(once);
  }

  @Test
  void alertsFromBeforeTheOnsetAreNotTheEarliest() {
    List<Fact> facts = new ArrayList<>(List.of(suffering(fact(8, "main-db", Signal.DOWN))));
    Fact chance = fact(-180, "fees", Signal.LOG);
    facts.add(chance);

    Explanation explanation = new CauseAnalysis(SETTING).explain(storm(facts), MAP);

    assertThat(explanation.onset()).isAfter(chance.at());
    assertThat(explanation.causes().get(0).node()).isEqualTo("main-db");
  }
}
