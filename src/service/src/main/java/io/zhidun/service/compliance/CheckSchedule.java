package io.zhidun.service.compliance;

import io.zhidun.rules.compliance.check.Check;
import io.zhidun.service.asset.Inventory;
import io.zhidun.service.asset.InventorySystem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Runs the checks whose time has come, one after another, and judges after what was new. */
@Component
class CheckSchedule implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(CheckSchedule.class);
  private static final Duration TICK = Duration.ofSeconds(5);

  private final CheckRuns runs;
  private final StateBook states;
  private final Inventory inventory;
  private final ComplianceProperties properties;
  private final Clock clock;

  private volatile boolean running;
  private ScheduledExecutorService ticks = Executors.newSingleThreadScheduledExecutor();
  private @Nullable Future<?> ticking;
  private Instant judgedAt = Instant.MIN;

  CheckSchedule(
      CheckRuns runs,
      StateBook states,
      Inventory inventory,
      ComplianceProperties properties,
      Clock clock) {
    this.runs = runs;
    this.states = states;
    this.inventory = inventory;
    this.properties = properties;
    this.clock = clock;
  }

  @Override
  public void start() {
    running = true;
    if (properties.enabled()) {
      ticks =
          Executors.newSingleThreadScheduledExecutor(
              task -> {
                Thread thread = new Thread(task, "compliance-schedule");
                thread.setDaemon(true);
                return thread;
              });
      ticking =
          ticks.scheduleWithFixedDelay(
              this::tick, TICK.toMillis(), TICK.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  /** One round; whatever goes wrong in it, the next one comes. */
  void tick() {
    try {
      round();
    } catch (RuntimeException e) {
      log.warn("a round of checks failed: {}", e.toString());
    }
  }

  private void round() {
    if (inventory.systems().isEmpty()) {
      return;
    }
    boolean added = false;
    for (Check check : runs.due(clock.instant())) {
      if (!running) {
        return;
      }
      added |= runs.run(check).added() > 0;
    }
    Instant now = clock.instant();
    if (added || !now.isBefore(judgedAt.plus(properties.judgeEvery()))) {
      judgedAt = now;
      for (InventorySystem system : inventory.systems()) {
        states.judge(system.id());
      }
    }
  }

  @Override
  public void stop() {
    running = false;
    if (ticking != null) {
      ticking.cancel(true);
    }
    ticks.shutdownNow();
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** Behind the web server's begin, before its end: a stop waits for nobody here. */
  @Override
  public int getPhase() {
    return Integer.MAX_VALUE - 10;
  }
}
