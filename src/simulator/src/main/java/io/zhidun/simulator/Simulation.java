package io.zhidun.simulator;

import io.zhidun.simulator.attack.AttackPlan;
import io.zhidun.simulator.attack.Campaign;
import io.zhidun.simulator.attack.GroundTruth;
import io.zhidun.simulator.estate.Conditions;
import io.zhidun.simulator.estate.Estate;
import io.zhidun.simulator.estate.Operation;
import io.zhidun.simulator.estate.Outcome;
import io.zhidun.simulator.fault.FaultCourse;
import io.zhidun.simulator.fault.FaultDesk;
import io.zhidun.simulator.fault.FaultSchedule;
import io.zhidun.simulator.fault.FaultScript;
import io.zhidun.simulator.fault.FaultTruth;
import io.zhidun.simulator.load.LoadGenerator;
import io.zhidun.simulator.load.NearMisses;
import io.zhidun.simulator.load.Stage;
import io.zhidun.simulator.log.ApplicationLog;
import io.zhidun.simulator.log.AuthLog;
import io.zhidun.simulator.log.LogFile;
import io.zhidun.simulator.log.SystemLogs;
import io.zhidun.simulator.record.Library;
import io.zhidun.simulator.site.Accounts;
import io.zhidun.simulator.site.PatentReview;
import io.zhidun.simulator.site.PublicService;
import io.zhidun.simulator.site.Sessions;
import io.zhidun.simulator.site.Site;
import io.zhidun.simulator.site.SiteContext;
import io.zhidun.simulator.site.SiteMetrics;
import io.zhidun.simulator.site.Trademark;
import io.zhidun.simulator.time.DriftingClock;
import io.zhidun.simulator.time.Elapsing;
import io.zhidun.simulator.time.Timeline;
import io.zhidun.simulator.web.Response;
import io.zhidun.simulator.web.SystemName;
import io.zhidun.simulator.web.Transport;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** The three systems with their logs, and what drives them. */
final class Simulation implements Closeable {
  private static final LogFile.Rotation LIVE = new LogFile.Rotation(32L << 20, 3);

  /** Simulated hours are read afterwards as whole files. */
  private static final LogFile.Rotation UNBOUNDED = new LogFile.Rotation(Long.MAX_VALUE, 1);

  /** Over a minute, so that after a quick restart one does not add to its like before. */
  private static final Duration FIRST_NEAR_MISS = Duration.ofSeconds(75);

  private final Map<SystemName, Site> sites = new EnumMap<>(SystemName.class);
  private final Map<SystemName, SystemLogs> logs = new EnumMap<>(SystemName.class);
  private final Map<SystemName, DriftingClock> clocks = new EnumMap<>(SystemName.class);
  private final Accounts accounts;
  private final GroundTruth truth;
  private final FaultTruth faultTruth;
  private final FaultSchedule faults;
  private final Estate estate;
  private final Clock clock;
  private final Elapsing elapsing;
  private final long seed;

  /**
   * @param folder where the logs are written
   * @param seed decides everything but the time
   * @param rate requests a second in the busiest hour, which the estate is laid out for
   * @param clock the time, in the zone that logs are written in
   * @param elapsing measures durations and lets them pass
   * @param live whether readers follow the logs while they are written
   */
  Simulation(Path folder, long seed, double rate, Clock clock, Elapsing elapsing, boolean live)
      throws IOException {
    this.seed = seed;
    this.clock = clock;
    this.elapsing = elapsing;
    this.faultTruth = new FaultTruth(folder.resolve("faults.ndjson"));
    this.faults = new FaultSchedule(faultTruth.first());
    this.estate = new Estate(faults::conditions, rate, clock.instant(), seed + 4);
    this.accounts = new Accounts(seed);
    LogFile.Rotation rotation = live ? LIVE : UNBOUNDED;
    Library library = new Library(seed);
    for (SystemName name : SystemName.values()) {
      DriftingClock own = new DriftingClock(clock);
      clocks.put(name, own);
      SystemLogs log = new SystemLogs(folder.resolve(name.id()), name.host(), own, rotation, live);
      logs.put(name, log);
      Sessions sessions = new Sessions(own, seed ^ name.defaultPort());
      SiteMetrics metrics = new SiteMetrics(name, sessions::count);
      SiteContext context =
          new SiteContext(name, own, accounts, sessions, library, log, metrics, this::askEstate);
      sites.put(name, site(context, elapsing));
    }
    this.truth = new GroundTruth(folder.resolve("ground-truth.ndjson"));
  }

  private Optional<Outcome.Failure> askEstate(Operation operation, String query) {
    Outcome outcome = estate.perform(operation, query, clock.instant());
    elapsing.pass(Duration.ofNanos((long) (outcome.seconds() * 1e9)));
    return outcome.reason();
  }

  private static Site site(SiteContext context, LongSupplier nanos) {
    return switch (context.name()) {
      case PATENT_REVIEW -> PatentReview.site(context, nanos);
      case TRADEMARK -> Trademark.site(context, nanos);
      case PUBLIC_SERVICE -> PublicService.site(context, nanos);
    };
  }

  Site site(SystemName name) {
    Site site = sites.get(name);
    if (site == null) {
      throw new IllegalStateException("no site " + name.id());
    }
    return site;
  }

  Estate estate() {
    return estate;
  }

  /** Where faults are made and mended. */
  FaultDesk desk() {
    return new FaultDesk(faults, estate, clock);
  }

  /** Lets through whom the estate lets through. */
  private Transport reaching(Transport transport) {
    return (system, request) ->
        estate.reaches(system, request.client(), clock.instant())
            ? transport.send(system, request)
            : Response.NONE;
  }

  /** Calls the sites directly. */
  Transport inProcess() {
    return (system, request) -> site(system).handle(request);
  }

  /**
   * Puts people, attacks and faults on the timeline.
   *
   * @param each told the time twice a second, to bring about what only the process can do
   */
  void populate(
      Timeline timeline,
      Transport transport,
      Workload workload,
      Period period,
      Consumer<Instant> each) {
    Map<SystemName, AuthLog> auth = new EnumMap<>(SystemName.class);
    logs.forEach((name, log) -> auth.put(name, log.auth()));
    Stage stage = new Stage(reaching(transport), accounts, auth);
    Instant start = period.start();
    timeline.enter(start, new LoadGenerator(timeline, stage, workload.rate(), seed + 1));
    timeline.enter(start.plus(FIRST_NEAR_MISS), new NearMisses(timeline, stage, seed + 2));
    AttackPlan attacks =
        new AttackPlan(timeline, stage, truth, workload.attacks(), period.end(), seed + 3);
    timeline.enter(workload.attacks().firstAfter(start), attacks);
    workload.faults().plan(faults, start);
    timeline.enter(start, course(timeline, stage, workload.rate(), each));
  }

  private FaultCourse course(Timeline timeline, Stage stage, double rate, Consumer<Instant> each) {
    Map<SystemName, ApplicationLog> application = new EnumMap<>(SystemName.class);
    logs.forEach((name, log) -> application.put(name, log.application()));
    Consumer<Instant> step =
        now -> {
          Conditions conditions = estate.conditions(now);
          clocks.forEach((name, own) -> own.ahead(conditions.ahead(name.host())));
          each.accept(now);
        };
    FaultCourse.Scene scene = new FaultCourse.Scene(stage, application, rate, step);
    FaultCourse.Truths truths = new FaultCourse.Truths(faultTruth, truth);
    return new FaultCourse(timeline, faults, scene, truths, seed + 5);
  }

  /**
   * When it happens.
   *
   * @param end when the run ends; far away for one that is stopped
   */
  record Period(Instant start, Instant end) {}

  /**
   * What shall happen.
   *
   * @param rate requests a second in the busiest hour
   */
  record Workload(double rate, Campaign attacks, FaultScript faults) {
    Workload(double rate, Campaign attacks) {
      this(rate, attacks, FaultScript.NONE);
    }

    Workload {
      if (!(rate > 0 && rate <= 1_000)) {
        throw new IllegalArgumentException("rate must be above 0 and at most 1000, was " + rate);
      }
    }
  }

  @Override
  public void close() throws IOException {
    for (SystemLogs log : logs.values()) {
      log.close();
    }
    truth.close();
    faultTruth.close();
  }
}
