package io.zhidun.simulator.posture;

import io.zhidun.simulator.log.AuditLog;
import io.zhidun.simulator.log.AuditRecord;
import io.zhidun.simulator.log.AuthLog;
import io.zhidun.simulator.log.LogFile;
import io.zhidun.simulator.time.DriftingClock;
import io.zhidun.simulator.web.SystemName;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Writes, for each system, what its objects report of themselves ({@code posture.log}), the visits
 * of administrators to its devices and databases ({@code devices.log}), and what a monitor that
 * asks it leaves in its audit trail ({@code probes.log}). Reports come each minute, and at once
 * when somebody changed something.
 */
public final class PostureFeed implements Closeable {
  private static final Duration REPORTS = Duration.ofMinutes(1);
  private static final long TICK_MILLIS = 1_000;
  private static final LogFile.Rotation ROTATION = new LogFile.Rotation(16L << 20, 2);
  private static final int FIRST_PORT = 41_000;

  /** They report but send no logs, which somebody shall notice. */
  private static final Set<String> SILENT = Set.of("tm-db-01", "public-waf-01");

  private static final String ADMIN = "a00007";
  private static final String BASTION = "10.30.0.8";

  /** An administrator of the trademark system who goes past the bastion. */
  private static final String ELSEWHERE = "10.99.4.17";

  private final Clock clock;
  private final Duration visits;
  private final List<Source> sources = new ArrayList<>();
  private final Thread rounds = new Thread(this::rounds, "posture");
  private int port = FIRST_PORT;

  /** A device or database with a log and a clock of its own. */
  private record Device(String name, DriftingClock clock, AuthLog log) {}

  /** A system; what was known of it when it was last looked at. */
  private static final class Source {
    final SystemName system;
    final PostureReports reports;
    final PostureChanges changes;
    final LogFile posture;
    final List<Device> devices;
    final LogFile file;
    final LogFile probes;
    JsonNode known;
    Instant reportAt = Instant.MIN;
    Instant visitAt = Instant.MIN;

    Source(SystemName system, Path folder, Clock clock) throws IOException {
      this.system = system;
      this.reports = new PostureReports(system.id());
      this.changes = new PostureChanges(folder);
      this.known = changes.now();
      this.posture = new LogFile(folder.resolve("posture.log"), ROTATION, true);
      LogFile visited = new LogFile(folder.resolve("devices.log"), ROTATION, true);
      this.file = visited;
      this.devices =
          reports.names().stream()
              .filter(name -> isVisited(system, name))
              .map(name -> device(name, visited, clock))
              .toList();
      this.probes = new LogFile(folder.resolve("probes.log"), ROTATION, true);
    }

    private static Device device(String name, LogFile file, Clock right) {
      DriftingClock clock = new DriftingClock(right);
      return new Device(name, clock, new AuthLog(file, name, clock));
    }
  }

  private PostureFeed(Path folder, Clock clock, Duration visits) throws IOException {
    this.clock = clock;
    this.visits = visits;
    for (SystemName system : SystemName.values()) {
      sources.add(new Source(system, folder.resolve(system.id()), clock));
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
   * @param visits from one visit of an administrator, and of the monitor, to the next
   */
  public static PostureFeed start(Path folder, Clock clock, Duration visits) throws IOException {
    PostureFeed feed = new PostureFeed(folder, clock, visits);
    feed.rounds.setDaemon(true);
    feed.rounds.start();
    return feed;
  }

  private void rounds() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        sources.forEach(this::look);
        Thread.sleep(TICK_MILLIS);
      }
    } catch (InterruptedException e) {
      // Closed.
    }
  }

  private void look(Source source) {
    try {
      JsonNode changes = source.changes.now();
      boolean changed = !changes.equals(source.known);
      source.known = changes;
      Instant now = clock.instant();
      if (changed || !now.isBefore(source.reportAt)) {
        source.reportAt = now.plus(REPORTS);
        source.reports.lines(OffsetDateTime.now(clock), changes).forEach(source.posture::line);
      }
      if (!now.isBefore(source.visitAt)) {
        source.visitAt = now.plus(visits);
        visit(source, changes);
        probe(source);
      }
    } catch (IOException | RuntimeException e) {
      System.err.println("a posture round of " + source.system.id() + " failed: " + e);
    }
  }

  private void visit(Source source, JsonNode changes) {
    String from = source.system == SystemName.TRADEMARK ? ELSEWHERE : BASTION;
    for (Device device : source.devices) {
      if (!PostureChanges.isSilent(changes, device.name())) {
        device.clock().ahead(PostureChanges.ahead(changes, device.name()));
        visit(device.log(), from);
      }
    }
  }

  private void visit(AuthLog device, String from) {
    port = port >= 60_000 ? FIRST_PORT : port + 1;
    device.accepted("publickey", ADMIN, from, port);
    device.sudo(ADMIN, "root", "/usr/bin/journalctl -n 100");
    device.closed(ADMIN);
  }

  /** A search by the monitor's account, as the system itself would write it down. */
  private void probe(Source source) {
    AuditLog audit = new AuditLog(source.probes, clock);
    audit.write(
        new AuditRecord(
            audit.timestamp(),
            source.system.id(),
            source.system.host(),
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

  @Override
  public void close() throws IOException {
    rounds.interrupt();
    for (Source source : sources) {
      source.posture.close();
      source.file.close();
      source.probes.close();
    }
  }
}
