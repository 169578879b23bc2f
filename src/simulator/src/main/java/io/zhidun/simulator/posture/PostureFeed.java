package io.zhidun.simulator.posture;

import io.zhidun.simulator.log.AuditLog;
import io.zhidun.simulator.log.AuditRecord;
import io.zhidun.simulator.log.AuthLog;
import io.zhidun.simulator.log.LogFile;
import io.zhidun.simulator.web.SystemName;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Writes, for each system, what its objects report of themselves ({@code posture.log}), the visits
 * of administrators to its devices and databases ({@code devices.log}), and what a monitor that
 * asks it each minute leaves in its audit trail ({@code probes.log}), round by round.
 */
public final class PostureFeed implements Closeable {
  private static final long ROUND_MILLIS = 60_000;
  private static final LogFile.Rotation ROTATION = new LogFile.Rotation(16L << 20, 2);
  private static final int FIRST_PORT = 41_000;

  /** They report but send no logs, which somebody shall notice. */
  private static final Set<String> SILENT = Set.of("tm-db-01", "public-waf-01");

  private static final String ADMIN = "a00007";
  private static final String BASTION = "10.30.0.8";

  /** An administrator of the trademark system who goes past the bastion. */
  private static final String ELSEWHERE = "10.99.4.17";

  private final Clock clock;
  private final List<Source> sources = new ArrayList<>();
  private final Thread rounds = new Thread(this::rounds, "posture");
  private int port = FIRST_PORT;

  private record Source(
      SystemName system,
      PostureReports reports,
      LogFile posture,
      List<AuthLog> devices,
      LogFile file,
      LogFile probes) {}

  private PostureFeed(Path folder, Clock clock) throws IOException {
    this.clock = clock;
    for (SystemName system : SystemName.values()) {
      Path own = folder.resolve(system.id());
      PostureReports reports = new PostureReports(system.id(), own);
      LogFile posture = new LogFile(own.resolve("posture.log"), ROTATION, true);
      LogFile devices = new LogFile(own.resolve("devices.log"), ROTATION, true);
      List<AuthLog> visited =
          reports.names().stream()
              .filter(name -> isVisited(system, name))
              .map(name -> new AuthLog(devices, name, clock))
              .toList();
      LogFile probes = new LogFile(own.resolve("probes.log"), ROTATION, true);
      sources.add(new Source(system, reports, posture, visited, devices, probes));
    }
  }

  private static boolean isVisited(SystemName system, String name) {
    return !name.equals(system.id())
        && !name.equals(system.host())
        && !name.endsWith("-room")
        && !SILENT.contains(name);
  }

  /**
   * @param clock its zone is the systems'
   */
  public static PostureFeed start(Path folder, Clock clock) throws IOException {
    PostureFeed feed = new PostureFeed(folder, clock);
    feed.rounds.setDaemon(true);
    feed.rounds.start();
    return feed;
  }

  private void rounds() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        round();
        Thread.sleep(ROUND_MILLIS);
      }
    } catch (InterruptedException e) {
      // Closed.
    }
  }

  private void round() {
    for (Source source : sources) {
      try {
        OffsetDateTime now = OffsetDateTime.now(clock);
        source.reports().lines(now).forEach(source.posture()::line);
        String from = source.system() == SystemName.TRADEMARK ? ELSEWHERE : BASTION;
        source.devices().forEach(device -> visit(device, from));
        probe(source);
      } catch (IOException | RuntimeException e) {
        System.err.println("a posture round of " + source.system().id() + " failed: " + e);
      }
    }
  }

  /** A search by the monitor's account, as the system itself would write it down. */
  private void probe(Source source) {
    AuditLog audit = new AuditLog(source.probes(), clock);
    audit.write(
        new AuditRecord(
            audit.timestamp(),
            source.system().id(),
            source.system().host(),
            "search",
            "success",
            "monitor",
            "monitor",
            BASTION,
            null,
            null,
            1,
            4));
  }

  private void visit(AuthLog device, String from) {
    port = port >= 60_000 ? FIRST_PORT : port + 1;
    device.accepted("publickey", ADMIN, from, port);
    device.sudo(ADMIN, "root", "/usr/bin/journalctl -n 100");
    device.closed(ADMIN);
  }

  @Override
  public void close() throws IOException {
    rounds.interrupt();
    for (Source source : sources) {
      source.posture().close();
      source.file().close();
      source.probes().close();
    }
  }
}
