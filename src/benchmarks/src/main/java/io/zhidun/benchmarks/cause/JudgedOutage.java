package io.zhidun.benchmarks.cause;

import io.zhidun.cause.KnownOutage;
import io.zhidun.cause.fact.Fact;
import io.zhidun.cause.rank.CauseAnalysis;
import io.zhidun.cause.rank.CauseSetting;
import io.zhidun.cause.storm.Grouping;
import io.zhidun.cause.storm.Storm;
import io.zhidun.cause.topology.Graph;
import io.zhidun.testkit.outage.FaultKind;
import io.zhidun.testkit.outage.OutageAlert;
import io.zhidun.testkit.outage.OutageScenario;
import io.zhidun.testkit.outage.Outages;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** An outage, the facts that are known of it, and the storm that the fault set off. */
record JudgedOutage(OutageScenario outage, Graph map, List<Fact> facts, Storm storm) {
  private static final Duration EACH_MINUTE = Duration.ofMinutes(1);

  static JudgedOutage once(long seed, FaultKind kind, CauseSetting setting) {
    return of(Outages.once().make(seed, kind), setting);
  }

  /** What came since the fault began, with repetitions, until it is five hundred alerts. */
  static JudgedOutage storm(long seed, FaultKind kind, CauseSetting setting) {
    OutageScenario outage = Outages.repeating(EACH_MINUTE).make(seed, kind);
    List<Fact> facts = new ArrayList<>();
    for (Fact fact : KnownOutage.facts(outage)) {
      if (fact.signal().isSymptom() && !fact.at().isBefore(outage.began()) && facts.size() < 500) {
        facts.add(fact);
      }
    }
    return of(outage, facts, setting);
  }

  private static JudgedOutage of(OutageScenario outage, CauseSetting setting) {
    return of(outage, KnownOutage.facts(outage), setting);
  }

  private static JudgedOutage of(OutageScenario outage, List<Fact> facts, CauseSetting setting) {
    Graph map = KnownOutage.map(outage);
    Storm greatest =
        new Grouping(setting.storm())
            .of(facts, map).stream()
                .max(Comparator.comparingLong(storm -> related(storm, outage)))
                .orElseThrow();
    return new JudgedOutage(outage, map, facts, greatest);
  }

  private static long related(Storm storm, OutageScenario outage) {
    return storm.facts().stream()
        .filter(fact -> !outage.unrelated().contains(fact.id()))
        .filter(fact -> !fact.at().isBefore(outage.began()))
        .count();
  }

  /** The same with what had arrived so long after the first alert since the fault began. */
  JudgedOutage after(Duration wait, CauseSetting setting) {
    Instant first =
        outage.alerts().stream()
            .filter(
                a -> !a.at().isBefore(outage.began()) && KnownOutage.fact(a).signal().isSymptom())
            .map(OutageAlert::arrives)
            .min(Comparator.naturalOrder())
            .orElseThrow();
    Instant end = first.plus(wait);
    List<Fact> known =
        outage.alerts().stream()
            .filter(alert -> !alert.arrives().isAfter(end))
            .map(KnownOutage::fact)
            .toList();
    return of(outage, known, setting);
  }

  List<Storm> group(CauseSetting setting) {
    return new Grouping(setting.storm()).of(facts, map);
  }

  int alerts() {
    return facts.size();
  }

  boolean isOf(FaultKind kind) {
    return outage.fault() == kind;
  }

  boolean isWithin(int ranks, CauseSetting setting) {
    List<String> ranked = new CauseAnalysis(setting).ranked(storm, map);
    return ranked.subList(0, Math.min(ranks, ranked.size())).contains(outage.truth());
  }
}
