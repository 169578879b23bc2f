package io.zhidun.simulator;

import io.zhidun.simulator.attack.AttackPlan;
import io.zhidun.simulator.attack.Campaign;
import io.zhidun.simulator.attack.GroundTruth;
import io.zhidun.simulator.load.LoadGenerator;
import io.zhidun.simulator.load.NearMisses;
import io.zhidun.simulator.load.Stage;
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
import io.zhidun.simulator.time.Timeline;
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
  private final Accounts accounts;
  private final GroundTruth truth;
  private final long seed;

  /**
   * @param folder where the logs are written
   * @param seed decides everything but the time
   * @param clock the time, in the zone that logs are written in
   * @param nanos measures durations
   * @param live whether readers follow the logs while they are written
   */
  Simulation(Path folder, long seed, Clock clock, LongSupplier nanos, boolean live)
      throws IOException {
    this.seed = seed;
    this.accounts = new Accounts(seed);
    LogFile.Rotation rotation = live ? LIVE : UNBOUNDED;
    Library library = new Library(seed);
    for (SystemName name : SystemName.values()) {
      Path own = folder.resolve(name.id());
      SystemLogs log = new SystemLogs(own, name.host(), clock, rotation, live);
      logs.put(name, log);
      Sessions sessions = new Sessions(clock, seed ^ name.defaultPort());
      SiteMetrics metrics = new SiteMetrics(name, sessions::count);
      sites.put(
          name,
          site(new SiteContext(name, clock, accounts, sessions, library, log, metrics), nanos));
    }
    this.truth = new GroundTruth(folder.resolve("ground-truth.ndjson"));
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

  /** Calls the sites directly. */
  Transport inProcess() {
    return (system, request) -> site(system).handle(request);
  }

  /** Puts people and attacks on the timeline. */
  void populate(Timeline timeline, Transport transport, Workload workload, Period period) {
    Map<SystemName, AuthLog> auth = new EnumMap<>(SystemName.class);
    logs.forEach((name, log) -> auth.put(name, log.auth()));
    Stage stage = new Stage(transport, accounts, auth);
    Instant start = period.start();
    timeline.enter(start, new LoadGenerator(timeline, stage, workload.rate(), seed + 1));
    timeline.enter(start.plus(FIRST_NEAR_MISS), new NearMisses(timeline, stage, seed + 2));
    AttackPlan attacks =
        new AttackPlan(timeline, stage, truth, workload.attacks(), period.end(), seed + 3);
    timeline.enter(workload.attacks().firstAfter(start), attacks);
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
  record Workload(double rate, Campaign attacks) {
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
  }
}
