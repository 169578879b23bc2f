package io.zhidun.collectors.core;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs each collector on a thread of its own and starts it again, after a growing pause, when it
 * fails.
 */
public final class CollectorSupervisor implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(CollectorSupervisor.class);
  private static final Duration STOP_PATIENCE = Duration.ofSeconds(10);

  private final RestartBackoff backoff;
  private final LongSupplier nanoTime;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final List<Supervised> supervised = new ArrayList<>();

  public CollectorSupervisor(
      List<Collector> collectors, RestartBackoff backoff, LongSupplier nanoTime) {
    this.backoff = backoff;
    this.nanoTime = nanoTime;
    for (Collector collector : collectors) {
      supervised.add(new Supervised(collector));
    }
  }

  /** Starts all collectors. */
  public void start() {
    supervised.forEach(one -> one.thread.start());
  }

  /** State of each collector, in the order given. */
  public List<CollectorStatus> statuses() {
    return supervised.stream().map(Supervised::status).toList();
  }

  /** Stops all collectors and waits for them; idempotent. */
  @Override
  public void close() {
    stopped.countDown();
    supervised.forEach(one -> one.collector.stop());
    supervised.forEach(Supervised::join);
  }

  private boolean stopping() {
    return stopped.getCount() == 0;
  }

  private final class Supervised {
    private final Collector collector;
    private final Thread thread;
    private final AtomicLong restarts = new AtomicLong();
    private volatile @Nullable String fault;

    Supervised(Collector collector) {
      this.collector = collector;
      this.thread = new Thread(this::loop, "collector-" + collector.name());
    }

    CollectorStatus status() {
      return new CollectorStatus(collector.name(), restarts.get(), fault);
    }

    private void loop() {
      int failures = 0;
      while (!stopping()) {
        long began = nanoTime.getAsLong();
        fault = null;
        String problem = runOnce();
        if (stopping()) {
          return;
        }
        failures = backoff.failuresAfter(failures, Duration.ofNanos(nanoTime.getAsLong() - began));
        Duration pause = backoff.pause(failures);
        fault = problem;
        LOG.warn("collector {} failed: {}; again in {}", collector.name(), problem, pause);
        pause(pause);
        restarts.incrementAndGet();
      }
    }

    private String runOnce() {
      try {
        collector.run();
        return "ended without being stopped";
      } catch (IOException | RuntimeException e) {
        LOG.debug("collector {} failed", collector.name(), e);
        return e.toString();
      }
    }

    private void pause(Duration pause) {
      try {
        boolean unusedStopped = stopped.await(pause.toNanos(), TimeUnit.NANOSECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    private void join() {
      try {
        thread.join(STOP_PATIENCE.toMillis());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      if (thread.isAlive()) {
        LOG.warn("collector {} did not stop within {}", collector.name(), STOP_PATIENCE);
      }
    }
  }
}
