package io.zhidun.service.canary;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Sends what is due and looks who stayed silent, in a thread of its own: a broker that is away
 * makes sending wait, and nothing else must wait with it.
 */
@Component
@ConditionalOnProperty(name = "zhidun.canary.enabled", matchIfMissing = true)
class CanarySchedule implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(CanarySchedule.class);
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final CanaryFlights flights;
  private final CanaryBook book;
  private final CanaryConsumer consumer;
  private final CanaryProperties properties;
  private final Map<CanaryState, Long> counts = new ConcurrentHashMap<>();
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final Thread thread = new Thread(this::run, "canary-schedule");
  private boolean complained;

  CanarySchedule(
      CanaryFlights flights,
      CanaryBook book,
      CanaryConsumer consumer,
      CanaryProperties properties,
      MeterRegistry registry) {
    this.flights = flights;
    this.book = book;
    this.consumer = consumer;
    this.properties = properties;
    for (CanaryState state : CanaryState.values()) {
      Gauge.builder("zhidun.canaries", counts, now -> now.getOrDefault(state, 0L))
          .description("Rules in force by how they stand with their canary")
          .tag("state", state.label())
          .register(registry);
    }
  }

  @Override
  public void start() {
    thread.setDaemon(true);
    thread.start();
  }

  private void run() {
    Duration wait = properties.delay();
    while (!stopped(wait)) {
      wait = properties.tick();
      try {
        tick();
        complained = false;
      } catch (RuntimeException e) {
        complain(e);
      }
    }
  }

  private void tick() {
    Instant seen = consumer.seen();
    if (seen != null) {
      int silent = book.silent(seen);
      if (silent > 0) {
        log.warn("{} rules did not fire on their canaries", silent);
      }
    }
    try {
      flights.sendDue();
    } finally {
      count();
    }
  }

  private void count() {
    Map<CanaryState, Long> now =
        flights.rows().stream()
            .collect(Collectors.groupingBy(CanaryRow::state, Collectors.counting()));
    for (CanaryState state : CanaryState.values()) {
      counts.put(state, now.getOrDefault(state, 0L));
    }
  }

  /** Says once that canaries do not fly, not again with every tick. */
  private void complain(Exception e) {
    if (!complained) {
      log.warn("canaries do not fly, trying again: {}", e.toString());
      log.debug("canaries do not fly", e);
    }
    complained = true;
  }

  private boolean stopped(Duration wait) {
    try {
      return stopping.await(wait.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      return true;
    }
  }

  @Override
  public void stop() {
    stopping.countDown();
    try {
      thread.join(PATIENCE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return thread.isAlive();
  }
}
