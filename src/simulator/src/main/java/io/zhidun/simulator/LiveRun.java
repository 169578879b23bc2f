package io.zhidun.simulator;

import io.zhidun.simulator.estate.Component;
import io.zhidun.simulator.estate.Conditions;
import io.zhidun.simulator.posture.PostureChanges;
import io.zhidun.simulator.posture.PostureFeed;
import io.zhidun.simulator.time.CrewTimeline;
import io.zhidun.simulator.time.DutyHours;
import io.zhidun.simulator.time.Elapsing;
import io.zhidun.simulator.time.WallPace;
import io.zhidun.simulator.web.HttpTransport;
import io.zhidun.simulator.web.SystemName;
import io.zhidun.simulator.web.TlsFront;
import io.zhidun.simulator.web.WebServer;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** A run in real time: the systems served over HTTP, and the people and attackers who call them. */
final class LiveRun implements Closeable {
  private static final int THREADS = 32;
  private static final int CREW = 32;
  private static final Duration YEAR = Duration.ofDays(365);

  private final Clock clock = Clock.system(DutyHours.ZONE);
  private final WallPace pace = new WallPace(clock);
  private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
  private final Map<SystemName, WebServer> servers = new EnumMap<>(SystemName.class);
  private final List<WebServer> others = new ArrayList<>();
  private final Map<SystemName, Integer> ports;
  private final Simulation simulation;
  private final PostureFeed posture;
  private final PostureChanges changes;
  private @Nullable WebServer tls;
  private Instant shownUntil = Instant.MIN;

  /**
   * Where the systems are reached, and how often their devices are visited.
   *
   * @param tls port of the patent review's TLS endpoint, 0 for none
   * @param operations port of the estate's metrics and faults, 0 for none
   */
  record Stand(Map<SystemName, Integer> ports, int tls, int operations, Duration visits) {}

  private LiveRun(Path folder, long seed, double rate, Stand stand) throws IOException {
    this.ports = stand.ports();
    this.simulation = new Simulation(folder, seed, rate, clock, Elapsing.wall(), true);
    this.posture = PostureFeed.start(folder, clock, stand.visits());
    this.changes = new PostureChanges(folder.resolve(SystemName.PATENT_REVIEW.id()));
  }

  /** Opens the logs and serves the systems; nobody calls them yet. */
  static LiveRun start(Path folder, long seed, double rate, Stand stand) throws IOException {
    LiveRun run = new LiveRun(folder, seed, rate, stand);
    try {
      for (SystemName name : SystemName.values()) {
        int port = stand.ports().getOrDefault(name, name.defaultPort());
        run.servers.put(name, WebServer.start(port, run.threads, run.simulation.site(name)));
      }
      if (stand.tls() != 0) {
        run.serveTls(stand.tls());
      }
      if (stand.operations() != 0) {
        run.others.add(WebServer.start(stand.operations(), run.threads, run.simulation.desk()));
      }
      return run;
    } catch (IOException e) {
      run.close();
      throw e;
    }
  }

  /** What stands before the patent review: the plain port is for the balancer behind it. */
  private void serveTls(int port) throws IOException {
    SystemName name = SystemName.PATENT_REVIEW;
    shownUntil = simulation.estate().notAfter(Component.of(name), clock.instant());
    tls = WebServer.startTls(port, threads, simulation.site(name), front(shownUntil));
    others.add(tls);
  }

  private TlsFront front(Instant until) throws IOException {
    String id = SystemName.PATENT_REVIEW.id();
    return TlsFront.of(
        SystemName.PATENT_REVIEW.host() + ".example",
        until.minus(YEAR),
        new SecureRandom(),
        () -> changes.takesOldVersions(id));
  }

  /** Lets people and attackers act until stopped. */
  void drive(Simulation.Workload workload) {
    Simulation.Period period = new Simulation.Period(clock.instant(), Instant.MAX);
    try (CrewTimeline timeline = new CrewTimeline(pace, CREW)) {
      HttpTransport transport = new HttpTransport(ports);
      simulation.populate(timeline, transport, workload, period, this::arrange);
      timeline.run(period.end());
    }
  }

  /** Closes and opens listeners and changes certificates as the faults have it. */
  private void arrange(Instant now) {
    Conditions conditions = simulation.estate().conditions(now);
    try {
      for (Map.Entry<SystemName, WebServer> server : servers.entrySet()) {
        boolean alive = !conditions.isDead(server.getKey().host());
        server.getValue().listen(alive, alive && conditions.hasIpv6(server.getKey()));
      }
      WebServer secured = tls;
      Instant until = simulation.estate().notAfter(Component.PATENT_REVIEW, now);
      if (secured != null && !until.equals(shownUntil)) {
        shownUntil = until;
        secured.secure(front(until));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends {@link #drive}; may be called by any thread. */
  void stop() {
    pace.stop();
  }

  @Override
  public void close() throws IOException {
    servers.values().forEach(WebServer::close);
    others.forEach(WebServer::close);
    threads.shutdownNow();
    posture.close();
    simulation.close();
  }
}
