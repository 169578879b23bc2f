package io.zhidun.standalone.supervisor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one part running: starts its process, waits until it is healthy, and starts it again when
 * it dies, until it is told to stop. The loop runs on a thread of the part's own; the other methods
 * may be called from any thread.
 */
final class Part {
  private final PartSpec spec;
  private final Path log;
  private final Backoff backoff;
  private final Patience patience;
  private final InstantSource clock;
  private final Runnable changed;
  private final CountDownLatch ready = new CountDownLatch(1);
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final CountDownLatch stopped = new CountDownLatch(1);
  private volatile PartStatus status;
  private volatile @Nullable Process process;

  /**
   * @param changed is told of each change of state, on the part's thread
   */
  Part(
      PartSpec spec,
      Path log,
      Backoff backoff,
      Patience patience,
      InstantSource clock,
      Runnable changed) {
    this.spec = spec;
    this.log = log;
    this.backoff = backoff;
    this.patience = patience;
    this.clock = clock;
    this.changed = changed;
    this.status = PartStatus.waiting(spec, clock.instant());
  }

  PartSpec spec() {
    return spec;
  }

  PartStatus status() {
    PartStatus now = status;
    long memory = new ProcessIdentity(now.pid(), now.started()).memoryBytes();
    return now.withMemory(now.pid() == 0 ? 0 : memory);
  }

  /** Runs until stopped; {@code first} are the parts that must have been ready once. */
  void run(List<Part> first) {
    try {
      awaitReady(first);
      while (!isStopping()) {
        Duration healthyFor = live();
        if (!isStopping()) {
          pause(backoff.afterDeath(healthyFor));
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      end();
      become(PartState.STOPPED, "");
      stopped.countDown();
    }
  }

  private void awaitReady(List<Part> first) throws InterruptedException {
    for (Part part : first) {
      while (!isStopping()
          && !part.ready.await(patience.poll().toMillis(), TimeUnit.MILLISECONDS)) {
        // asked again until one of the two happens
      }
    }
  }

  /** One life of the process; returns how long it was healthy. */
  private Duration live() throws InterruptedException {
    Process started = launch();
    if (started == null) {
      return Duration.ZERO;
    }
    Instant launched = clock.instant();
    if (!awaitHealthy(started, launched)) {
      died(started);
      return Duration.ZERO;
    }
    Instant healthy = clock.instant();
    status = status.withReadyMillis(Duration.between(launched, healthy).toMillis());
    become(PartState.RUNNING, "");
    ready.countDown();
    watch(started);
    died(started);
    return Duration.between(healthy, clock.instant());
  }

  private @Nullable Process launch() {
    try {
      Files.createDirectories(spec.folder());
      ProcessBuilder builder = new ProcessBuilder(spec.command()).directory(spec.folder().toFile());
      builder.environment().putAll(spec.environment());
      builder.redirectErrorStream(true);
      builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
      builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
      Process started = builder.start();
      process = started;
      ProcessIdentity identity =
          ProcessIdentity.of(started.pid()).orElse(new ProcessIdentity(started.pid(), 0));
      status = status.withProcess(identity).withReadyMillis(null);
      become(PartState.STARTING, "");
      return started;
    } catch (IOException e) {
      become(PartState.FAILED, "cannot be started: " + e.getMessage());
      return null;
    }
  }

  /** False when it died, hung or was told to stop before it was healthy. */
  private boolean awaitHealthy(Process started, Instant launched) throws InterruptedException {
    Instant deadline = launched.plus(spec.startLimit());
    while (!isStopping() && started.isAlive()) {
      if (spec.health().isHealthy()) {
        return true;
      }
      if (clock.instant().isAfter(deadline)) {
        status = status.withDetail("not healthy within " + words(spec.startLimit()));
        return false;
      }
      pause(patience.poll());
    }
    return false;
  }

  /** Returns when the process died, hangs or is to stop. */
  private void watch(Process running) throws InterruptedException {
    int unanswered = 0;
    while (!isStopping() && unanswered < patience.unanswered()) {
      if (exits(running, patience.interval())) {
        return;
      }
      unanswered = spec.health().isHealthy() ? 0 : unanswered + 1;
      String detail = unanswered == 0 ? "" : "does not answer its health check";
      if (!detail.equals(status.detail())) {
        status = status.withDetail(detail);
        changed.run();
      }
    }
  }

  private boolean exits(Process running, Duration within) throws InterruptedException {
    long deadline = System.nanoTime() + within.toNanos();
    while (!isStopping() && System.nanoTime() < deadline) {
      if (running.waitFor(patience.poll().toMillis(), TimeUnit.MILLISECONDS)) {
        return true;
      }
    }
    return !running.isAlive();
  }

  private void died(Process last) {
    if (isStopping()) {
      return;
    }
    String why = status.detail();
    if (last.isAlive()) {
      end();
    } else {
      why = exitWords(last.exitValue());
    }
    status = status.withProcess(ProcessIdentity.NONE).withRestart();
    become(PartState.BACKOFF, why);
  }

  private static String exitWords(int code) {
    return code > 128
        ? "ended by signal " + (code - 128)
        : String.format(Locale.ROOT, "ended with exit code %d", code);
  }

  /** Asks the part to end, and returns when it has ended. */
  void stop() throws InterruptedException {
    stopping.countDown();
    stopped.await();
  }

  /** Ends the process: politely, and by force after the grace. */
  private void end() {
    Process last = process;
    if (last == null || !last.isAlive()) {
      return;
    }
    if (isStopping()) {
      become(PartState.STOPPING, "");
    }
    try {
      last.destroy();
      if (!last.waitFor(spec.grace().toMillis(), TimeUnit.MILLISECONDS)) {
        last.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      last.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    status = status.withProcess(ProcessIdentity.NONE);
  }

  private void become(PartState next, String detail) {
    status = status.become(next, clock.instant(), detail);
    if (next == PartState.STOPPED) {
      status = status.withProcess(ProcessIdentity.NONE);
    }
    changed.run();
  }

  private boolean isStopping() {
    return stopping.getCount() == 0;
  }

  /** Waits, but not longer than until it is to stop. */
  private void pause(Duration time) throws InterruptedException {
    var unused = stopping.await(time.toMillis(), TimeUnit.MILLISECONDS);
  }

  private static String words(Duration time) {
    return time.toSeconds() + " s";
  }
}
