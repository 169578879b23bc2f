package io.zhidun.simulator.sample;

import io.zhidun.simulator.estate.Conditions;
import io.zhidun.simulator.estate.Estate;
import io.zhidun.simulator.estate.Operation;
import io.zhidun.simulator.estate.Outcome;
import io.zhidun.simulator.fault.Fault;
import io.zhidun.simulator.fault.FaultSchedule;
import io.zhidun.simulator.fault.FaultScript;
import io.zhidun.simulator.fault.FaultTruth;
import io.zhidun.simulator.site.SiteMetrics;
import io.zhidun.simulator.time.DailyRhythm;
import io.zhidun.simulator.time.DutyHours;
import io.zhidun.simulator.web.SystemName;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/**
 * The series of a simulated time: arrivals are drawn, answered by the estate and counted by the
 * systems' own metrics, but nobody sends anything and nothing is logged.
 */
public final class SampleRun {
  private static final double INJECTIONS_PER_SECOND = 2.5;
  private static final double USUAL_RATE = 5;
  private static final double LEAST_CROWD = 0.4;
  private static final double NOT_THERE = 0.03;
  private static final String IPV4 = "198.51.100.1";
  private static final String IPV6 = "2001:db8:100:1::10";

  /** Draws of a Poisson distribution with a larger mean are taken from the normal one. */
  private static final double LARGE_MEAN = 50;

  private final Plan plan;
  private final Consumer<Sample> sink;
  private final SplittableRandom random;
  private final Estate estate;
  private final Map<SystemName, SiteMetrics> systems = new EnumMap<>(SystemName.class);

  private SampleRun(Plan plan, Consumer<Sample> sink) {
    this.plan = plan;
    this.sink = sink;
    this.random = new SplittableRandom(plan.seed());
    FaultSchedule faults = plan.schedule();
    this.estate = new Estate(faults::conditions, plan.rate(), plan.from(), plan.seed() + 1);
    for (SystemName system : SystemName.values()) {
      systems.put(system, new SiteMetrics(system, () -> 0));
    }
  }

  /**
   * What is simulated.
   *
   * @param rate requests a second in the busiest hour
   * @param step from one sample of a series to the next
   */
  public record Plan(
      long seed, Instant from, Duration length, Duration step, double rate, FaultScript faults) {
    private static final Duration LONGEST = Duration.ofDays(92);

    public Plan {
      if (step.compareTo(Duration.ofSeconds(1)) < 0 || step.compareTo(length) > 0) {
        throw new IllegalArgumentException(
            "step must be from one second to the whole length, was " + step);
      }
      if (length.compareTo(LONGEST) > 0) {
        throw new IllegalArgumentException("length must be at most 92 days, was " + length);
      }
      if (!(rate > 0 && rate <= 1_000)) {
        throw new IllegalArgumentException("rate must be above 0 and at most 1000, was " + rate);
      }
    }

    private FaultSchedule schedule() {
      FaultSchedule schedule = new FaultSchedule(0);
      faults.plan(schedule, from);
      return schedule;
    }

    /** What is wrong when, in the order planned. */
    public List<FaultTruth.Line> truth() {
      List<FaultTruth.Line> truth = new ArrayList<>();
      for (Fault fault : schedule().all()) {
        truth.add(FaultTruth.Line.of(fault, null));
      }
      return truth;
    }
  }

  /** Gives all samples in order of time; the same plan gives the same. */
  public static void run(Plan plan, Consumer<Sample> sink) {
    SampleRun run = new SampleRun(plan, sink);
    Instant end = plan.from().plus(plan.length());
    for (Instant at = plan.from(); at.isBefore(end); at = at.plus(plan.step())) {
      run.step(at);
    }
  }

  /** Writes what was wrong when. */
  public static void writeTruth(Plan plan, Path file) throws IOException {
    try (FaultTruth truth = new FaultTruth(file)) {
      plan.truth().forEach(truth::write);
    }
  }

  /** A request to come. */
  private record Arrival(Instant at, Operation operation, boolean injected) {}

  private void step(Instant from) {
    for (Arrival arrival : arrivals(from)) {
      answer(arrival);
    }
    Instant at = from.plus(plan.step());
    systems.forEach(
        (system, metrics) -> new Flattened(at, system.host(), sink).write(metrics.snapshots()));
    new Flattened(at, "estate", sink).write(estate.scrape(at));
  }

  private List<Arrival> arrivals(Instant from) {
    Conditions conditions = estate.conditions(from);
    List<Arrival> arrivals = new ArrayList<>();
    for (Operation operation : Operation.values()) {
      double most = plan.rate() * operation.share();
      double busy = rhythm(operation, from);
      if (operation == Operation.PUBLIC_SEARCH && conditions.crowd() > 1) {
        busy += (conditions.crowd() - 1) * Math.max(LEAST_CROWD, busy);
      }
      draw(from, most * busy, operation, false, arrivals);
    }
    if (conditions.isInjectable()) {
      double scale = Math.max(1, plan.rate() / USUAL_RATE);
      draw(from, INJECTIONS_PER_SECOND * scale, Operation.PUBLIC_SEARCH, true, arrivals);
    }
    arrivals.sort(Comparator.comparing(Arrival::at));
    return arrivals;
  }

  /** Staff come in duty hours only. */
  private static double rhythm(Operation operation, Instant at) {
    boolean staff =
        operation.system() == SystemName.PATENT_REVIEW || operation == Operation.MARK_EXPORT;
    return staff && !DutyHours.cover(at) ? 0 : DailyRhythm.at(at);
  }

  private void draw(
      Instant from, double perSecond, Operation operation, boolean injected, List<Arrival> into) {
    long millis = plan.step().toMillis();
    int count = poisson(perSecond * millis / 1e3);
    for (int i = 0; i < count; i++) {
      into.add(new Arrival(from.plusMillis(random.nextLong(millis)), operation, injected));
    }
  }

  /** By Knuth's product of uniforms where the mean is small. */
  private int poisson(double mean) {
    if (mean > LARGE_MEAN) {
      return (int) Math.max(0, Math.round(mean + Math.sqrt(mean) * random.nextGaussian()));
    }
    double limit = Math.exp(-mean);
    double product = random.nextDouble();
    int count = 0;
    while (product > limit) {
      product *= random.nextDouble();
      count++;
    }
    return count;
  }

  private void answer(Arrival arrival) {
    Operation operation = arrival.operation();
    SystemName system = operation.system();
    if (!estate.reaches(system, random.nextBoolean() ? IPV4 : IPV6, arrival.at())) {
      return;
    }
    String query = arrival.injected() ? "SLEEP(9)" : "";
    Outcome outcome = estate.perform(operation, query, arrival.at());
    int status = outcome.reason().map(Outcome.Failure::status).orElseGet(() -> good(operation));
    SiteMetrics metrics = systems.get(system);
    if (metrics != null) {
      metrics.answered(operation.pattern(), operation.method(), status, outcome.seconds());
    }
  }

  private int good(Operation operation) {
    if (random.nextDouble() < NOT_THERE) {
      return operation.pattern().equals("/login") ? 401 : 404;
    }
    boolean made = operation.method().equals("POST") && operation.capability().isPresent();
    return made ? 201 : 200;
  }
}
