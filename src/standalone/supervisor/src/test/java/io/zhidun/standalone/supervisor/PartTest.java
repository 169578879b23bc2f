package io.zhidun.standalone.supervisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A part whose process is the system's own sleep. */
class PartTest {
  private static final List<String> SLEEP = List.of("sleep", "600");

  private final AtomicBoolean healthy = new AtomicBoolean(true);
  @TempDir private Path folder;
  private Crew crew = new Crew(List.of());

  @AfterEach
  void end() throws InterruptedException {
    crew.stop(name -> {});
  }

  @Test
  void isRunningOnceItIsHealthy() {
    healthy.set(false);
    start(SLEEP, Duration.ofSeconds(30));
    await().until(() -> status().state() == PartState.STARTING && status().pid() > 0);
    healthy.set(true);
    await().until(() -> status().state() == PartState.RUNNING);
    assertThat(status().readyMillis()).isNotNull();
    assertThat(status().memoryBytes()).isPositive();
  }

  @Test
  void isStartedAgainWhenItDies() {
    start(SLEEP, Duration.ofSeconds(30));
    await().until(() -> status().state() == PartState.RUNNING);
    long first = status().pid();
    ProcessHandle.of(first).orElseThrow().destroyForcibly();
    await().until(() -> status().restarts() == 1 && status().state() == PartState.RUNNING);
    assertThat(status().pid()).isNotEqualTo(first);
  }

  @Test
  void isEndedAndStartedAgainWhenItDoesNotBecomeHealthyInTime() {
    healthy.set(false);
    start(SLEEP, Duration.ofMillis(300));
    await().until(() -> status().restarts() >= 2);
    healthy.set(true);
    await().until(() -> status().state() == PartState.RUNNING);
  }

  @Test
  void isEndedAndStartedAgainWhenItAnswersNothingForTooLong() {
    start(SLEEP, Duration.ofSeconds(30));
    await().until(() -> status().state() == PartState.RUNNING);
    long first = status().pid();
    healthy.set(false);
    await().until(() -> status().restarts() == 1);
    healthy.set(true);
    await().until(() -> status().state() == PartState.RUNNING);
    assertThat(ProcessHandle.of(first).filter(ProcessHandle::isAlive)).isEmpty();
  }

  @Test
  void saysWhyItCannotBeStarted() {
    start(List.of("/nonexistent/program"), Duration.ofSeconds(1));
    await().until(() -> status().state() == PartState.FAILED);
    assertThat(status().detail())
        .startsWith("cannot be started: ")
        .contains("/nonexistent/program");
  }

  @Test
  void isKilledWhenItDoesNotEndWithinItsGrace() throws InterruptedException {
    start(List.of("sh", "-c", "trap '' TERM; while :; do sleep 0.1; done"), Duration.ofSeconds(9));
    await().until(() -> status().state() == PartState.RUNNING);
    ProcessIdentity process = new ProcessIdentity(status().pid(), status().started());
    crew.stop(name -> {});
    assertThat(process.isAlive()).isFalse();
    assertThat(status().state()).isEqualTo(PartState.STOPPED);
  }

  private PartStatus status() {
    return crew.statuses().get(0);
  }

  private void start(List<String> command, Duration startLimit) {
    PartSpec spec =
        new PartSpec(
            "part",
            command,
            Map.of(),
            folder,
            1,
            healthy::get,
            List.of(),
            startLimit,
            Duration.ofMillis(500));
    Backoff backoff =
        new Backoff(Duration.ofMillis(10), Duration.ofMillis(10), Duration.ofMinutes(1));
    Path log = folder.resolve("part.log");
    Patience patience = new Patience(Duration.ofMillis(20), Duration.ofMillis(50), 3);
    Part part = new Part(spec, log, backoff, patience, InstantSource.system(), () -> {});
    crew = new Crew(List.of(part));
    crew.start();
  }
}
