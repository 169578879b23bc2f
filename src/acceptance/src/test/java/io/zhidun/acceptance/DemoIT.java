package io.zhidun.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhidun.testkit.Alert;
import io.zhidun.testkit.Await;
import io.zhidun.testkit.GroundTruth;
import io.zhidun.testkit.JvmCommand;
import io.zhidun.testkit.Processes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The simulated systems: every scripted attack alerts, and ordinary work does not. */
@ExtendWith(SharedProduct.class)
class DemoIT {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @Test
  void aQuietHourAlertsNothing() throws Exception {
    Path logs = simulate("quiet", "2026-11-19T10:00:00+08:00", "none");
    awaitRead(logs);

    assertThat(alertsOfHour("2026-11-19T02:00:00Z")).isEmpty();
  }

  @Test
  void everyScriptedAttackAlertsAndNothingElse() throws Exception {
    Path logs = simulate("attacked", "2026-11-18T10:00:00+08:00", "all");
    GroundTruth truth = GroundTruth.read(logs.resolve("ground-truth.ndjson"));
    assertThat(truth.attacks()).isNotEmpty();
    awaitRead(logs);

    Await.until(
        PATIENCE,
        "an alert for every attack",
        () -> truth.missing(alertsOfHour("2026-11-18T02:00:00Z")).isEmpty());
    assertThat(truth.unexpected(alertsOfHour("2026-11-18T02:00:00Z"))).isEmpty();
  }

  private static Path simulate(String name, String from, String attacks) throws Exception {
    Path out = SharedProduct.in().resolve(name);
    JvmCommand command =
        JvmCommand.ofModule(
                Product.home().resolve("src/simulator"), "io.zhidun.simulator.Simulator")
            .withJvmOptions("-Xmx256m", "-XX:TieredStopAtLevel=1")
            .withArguments(
                "--fast",
                "--from",
                from,
                "--hours",
                "1",
                "--out",
                out.toString(),
                "--seed",
                "42",
                "--attacks",
                attacks);
    try (Processes processes = new Processes(SharedProduct.work("simulator-logs"))) {
      Process process = processes.start(command);
      assertThat(process.waitFor()).as("the simulator's exit code").isZero();
    }
    return out;
  }

  /** Waits until the stream has read as many lines of the sources as stand in their files. */
  private static void awaitRead(Path logs) throws IOException {
    long lines = 0;
    try (Stream<Path> files = Files.walk(logs)) {
      for (Path file : files.filter(DemoIT::isFollowed).toList()) {
        try (Stream<String> text = Files.lines(file)) {
          lines += text.count();
        }
      }
    }
    long wanted = lines;
    assertThat(wanted).isPositive();
    String prefix = logs.getFileName() + "-";
    Await.until(
        PATIENCE,
        wanted + " lines read by the stream",
        () -> RawTopic.ledgerOf(SharedProduct.product().kafka(), prefix) >= wanted);
  }

  private static boolean isFollowed(Path file) {
    return List.of("access.log", "audit.log", "auth.log").contains(file.getFileName().toString());
  }

  private static List<Alert> alertsOfHour(String from) {
    Instant begin = Instant.parse(from);
    return SharedProduct.operator().alerts("").stream()
        .filter(alert -> !alert.firstSeen().isBefore(begin))
        .filter(alert -> alert.firstSeen().isBefore(begin.plus(Duration.ofHours(2))))
        .toList();
  }
}
