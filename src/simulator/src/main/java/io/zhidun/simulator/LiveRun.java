package io.zhidun.simulator;

import io.zhidun.simulator.posture.PostureChanges;
import io.zhidun.simulator.posture.PostureFeed;
import io.zhidun.simulator.time.DutyHours;
import io.zhidun.simulator.time.Timeline;
import io.zhidun.simulator.time.WallPace;
import io.zhidun.simulator.web.HttpTransport;
import io.zhidun.simulator.web.SystemName;
import io.zhidun.simulator.web.TlsFront;
import io.zhidun.simulator.web.WebServer;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A run in real time: the systems served over HTTP, and the people and attackers who call them. */
final class LiveRun implements Closeable {
  private static final int THREADS = 8;

  private final Clock clock = Clock.system(DutyHours.ZONE);
  private final WallPace pace = new WallPace(clock);
  private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
  private final List<WebServer> servers = new ArrayList<>();
  private final Map<SystemName, Integer> ports;
  private final Simulation simulation;
  private final PostureFeed posture;

  /**
   * Where the systems are reached, and how often their devices are visited.
   *
   * @param tls port of the patent review's TLS endpoint, 0 for none
   */
  record Stand(Map<SystemName, Integer> ports, int tls, Duration visits) {}

  private LiveRun(Path folder, long seed, Stand stand) throws IOException {
    this.ports = stand.ports();
    this.simulation = new Simulation(folder, seed, clock, System::nanoTime, true);
    this.posture = PostureFeed.start(folder, clock, stand.visits());
  }

  /** Opens the logs and serves the systems; nobody calls them yet. */
  static LiveRun start(Path folder, long seed, Stand stand) throws IOException {
    LiveRun run = new LiveRun(folder, seed, stand);
    try {
      for (SystemName name : SystemName.values()) {
        int port = stand.ports().getOrDefault(name, name.defaultPort());
        run.servers.add(WebServer.start(port, run.threads, run.simulation.site(name)));
      }
      if (stand.tls() != 0) {
        run.serveTls(stand.tls(), folder);
      }
      return run;
    } catch (IOException e) {
      run.close();
      throw e;
    }
  }

  /** What stands before the patent review: the plain port is for the balancer behind it. */
  private void serveTls(int port, Path folder) throws IOException {
    SystemName name = SystemName.PATENT_REVIEW;
    PostureChanges changes = new PostureChanges(folder.resolve(name.id()));
    TlsFront front =
        TlsFront.of(
            name.host() + ".example",
            clock.instant(),
            new SecureRandom(),
            () -> changes.takesOldVersions(name.id()));
    servers.add(WebServer.startTls(port, threads, simulation.site(name), front));
  }

  /** Lets people and attackers act until stopped. */
  void drive(Simulation.Workload workload) {
    Timeline timeline = new Timeline(pace);
    Simulation.Period period = new Simulation.Period(clock.instant(), Instant.MAX);
    simulation.populate(timeline, new HttpTransport(ports), workload, period);
    timeline.run(period.end());
  }

  /** Ends {@link #drive}; may be called by any thread. */
  void stop() {
    pace.stop();
  }

  @Override
  public void close() throws IOException {
    servers.forEach(WebServer::close);
    threads.shutdownNow();
    posture.close();
    simulation.close();
  }
}
