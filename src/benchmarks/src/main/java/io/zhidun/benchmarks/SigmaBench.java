package io.zhidun.benchmarks;

import io.zhidun.rules.RuleSet;
import io.zhidun.rules.sigma.Rule;
import io.zhidun.rules.sigma.RuleCheck;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/**
 * All of SigmaHQ's rules on real Windows events and on made events of other families: what they
 * find, beside the regression data and the naive evaluator, and what an event costs.
 */
final class SigmaBench {
  private static final String NAME = "sigma";
  private static final String RATE = "events/CPU-s";
  private static final int SEED = 42;
  private static final int FEW_RULES = 100;
  private static final double MEBI = 1 << 20;

  private final SigmaData data;
  private final int rounds;
  private final List<Figure> figures = new ArrayList<>();

  /** Heap before any rule was read. */
  private long empty;

  SigmaBench(Path data, int rounds) {
    this.data = new SigmaData(data);
    this.rounds = rounds;
  }

  List<Figure> run() throws IOException {
    RuleSet.Loaded loaded = load();
    SigmaTruth truth = new SigmaTruth(loaded.rules(), data);
    figures.add(
        Figure.exactly(
            NAME, "regression sets that fire", truth.fired(), "sets", data.regression().size()));
    speed(loaded.rules());
    compiledHeap(loaded.rules());
    equality(truth, loaded.rules());
    return figures;
  }

  private RuleSet.Loaded load() {
    empty = heap();
    long start = SigmaReader.cpu();
    RuleSet.Loaded loaded = data.load();
    double seconds = (SigmaReader.cpu() - start) / 1e9;
    figures.add(Figure.atMost(NAME, "reading and compiling all rules, cold", seconds, "CPU-s", 5));
    long refused =
        loaded.checks().stream().filter(check -> check.status() != RuleCheck.Status.OK).count();
    figures.add(Figure.plain(NAME, "rules", loaded.checks().size(), "rules"));
    figures.add(Figure.plain(NAME, "rules refused", refused, "rules"));
    figures.add(
        Figure.exactly(NAME, "rules refused without a reason", withoutReason(loaded), "rules", 0));
    figures.add(Figure.plain(NAME, "heap of the rules as read", (heap() - empty) / MEBI, "MiB"));
    return loaded;
  }

  /** A rule may be refused for what the specification leaves to the site or calls deprecated. */
  private static long withoutReason(RuleSet.Loaded loaded) {
    Set<String> reasons = new TreeSet<>();
    for (RuleCheck check : loaded.checks()) {
      if (check.status() != RuleCheck.Status.OK) {
        reasons.addAll(check.reasons());
      }
    }
    reasons.forEach(System.err::println);
    return loaded.checks().stream()
        .filter(
            check ->
                check.status() == RuleCheck.Status.ERROR
                    || check.reasons().isEmpty() && check.status() != RuleCheck.Status.OK)
        .count();
  }

  private void speed(RuleSet rules) throws IOException {
    List<SigmaEvent> mixed = data.mixed().stream().map(SigmaEvent::windows).toList();
    List<SigmaEvent> started = data.processCreation().stream().map(SigmaEvent::windows).toList();
    double all = rate(rules, mixed);
    figures.add(Figure.atLeast(NAME, "all rules, mixed Windows events", all, RATE, 120_000));
    figures.add(
        Figure.atLeast(NAME, "all rules, process creation", rate(rules, started), RATE, 45_000));
    figures.add(
        Figure.atLeast(
            NAME, "all rules, 90 % other families", rate(rules, families(mixed)), RATE, 200_000));
    figures.add(
        Figure.atMost(
            NAME,
            "cost of a mixed event, all rules over " + FEW_RULES,
            rate(few(rules), mixed) / all,
            "x",
            2));
  }

  private double rate(RuleSet rules, List<SigmaEvent> events) {
    return new SigmaReader(rules, events).eventsPerCpuSecond(rounds);
  }

  /** Every kind of log of the events has met its index by now; the events are let go of. */
  private void compiledHeap(RuleSet rules) {
    double mebi = (heap() - empty) / MEBI;
    figures.add(
        Figure.atMost(
            NAME,
            "heap of " + rules.rules().size() + " rules and their indexes",
            mebi,
            "MiB",
            200));
  }

  private static List<SigmaEvent> families(List<SigmaEvent> mixed) {
    List<SigmaEvent> events = new ArrayList<>(mixed.subList(0, 1_000));
    events.addAll(new FamilyEvents(SEED).take(9_000));
    Collections.shuffle(events, new Random(SEED));
    return events;
  }

  private static RuleSet few(RuleSet rules) {
    List<Rule> sample = new ArrayList<>(rules.rules());
    sample.removeIf(Rule::isCorrelation);
    Collections.shuffle(sample, new Random(SEED));
    Path[] files =
        sample.subList(0, FEW_RULES).stream()
            .map(rule -> Path.of(rule.path()))
            .toArray(Path[]::new);
    return RuleSet.load(files);
  }

  private void equality(SigmaTruth truth, RuleSet rules) throws IOException {
    List<SigmaEvent> events = new ArrayList<>();
    for (byte[] json : data.mixed()) {
      events.add(SigmaEvent.windows(json));
      events.add(SigmaEvent.windows(withoutChannel(json)));
    }
    for (byte[] json : data.processCreation()) {
      events.add(SigmaEvent.windows(json));
      events.add(SigmaEvent.windows(withoutChannel(json)));
    }
    events.addAll(new FamilyEvents(SEED + 1).take(6_000));
    events.addAll(new RuleShapedEvents(rules.rules(), SEED).take(10_000));
    SigmaTruth.Comparison compared = truth.compare(events);
    figures.add(
        Figure.atLeast(NAME, "event x rule pairs compared", compared.pairs(), "pairs", 1e8));
    figures.add(
        Figure.plain(NAME, "pairs whose rule reads the event", compared.evaluated(), "pairs"));
    figures.add(Figure.plain(NAME, "pairs that match", compared.hits(), "pairs"));
    figures.add(
        Figure.exactly(
            NAME, "differences from the naive evaluator", compared.differences(), "pairs", 0));
  }

  /** The same event as one of unknown origin, which every rule reads. */
  private static byte[] withoutChannel(byte[] json) {
    return new String(json, StandardCharsets.UTF_8)
        .replace("\"Channel\":", "\"channel_\":")
        .getBytes(StandardCharsets.UTF_8);
  }

  private static long heap() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
