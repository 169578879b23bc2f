package io.zhidun.service.backup;

import io.zhidun.backup.health.SourceState;
import io.zhidun.backup.policy.BackupCalendar;
import io.zhidun.backup.policy.BackupCalendar.Done;
import io.zhidun.backup.policy.BackupCalendar.Due;
import io.zhidun.backup.policy.BackupCalendar.Task;
import io.zhidun.backup.policy.Tier;
import io.zhidun.backup.run.SourceSpec;
import io.zhidun.service.backup.Jobs.Order;
import io.zhidun.service.backup.SourceLook.Seen;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Does what is due by the calendar, and tells what is wrong. */
@Component
class BackupSchedule implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(BackupSchedule.class);
  private static final Duration TICK = Duration.ofSeconds(5);

  private final Installation installation;
  private final Looks looks;
  private final Troubles troubles;
  private final BackupAlerts alerts;
  private final Jobs jobs;
  private final JobRepository repository;
  private final BackupProperties properties;
  private final Clock clock;
  private @Nullable ScheduledExecutorService ticks;
  private @Nullable Future<?> ticking;

  BackupSchedule(
      Installation installation,
      Looks looks,
      Troubles troubles,
      BackupAlerts alerts,
      Jobs jobs,
      JobRepository repository,
      BackupProperties properties,
      Clock clock) {
    this.installation = installation;
    this.looks = looks;
    this.troubles = troubles;
    this.alerts = alerts;
    this.jobs = jobs;
    this.repository = repository;
    this.properties = properties;
    this.clock = clock;
  }

  @Override
  public void start() {
    if (properties.schedule() && installation.isConfigured()) {
      ScheduledExecutorService own =
          Executors.newSingleThreadScheduledExecutor(
              task -> {
                Thread thread = new Thread(task, "backup-schedule");
                thread.setDaemon(true);
                return thread;
              });
      ticking = own.scheduleWithFixedDelay(this::tick, 0, TICK.toMillis(), TimeUnit.MILLISECONDS);
      ticks = own;
    }
  }

  /** One round; whatever goes wrong in it, the next one comes. */
  private void tick() {
    try {
      round();
    } catch (RuntimeException e) {
      log.warn("a round of the backups' calendar failed: {}", e.toString());
    }
  }

  /** Looks, starts what is due, tells what is wrong. */
  void round() {
    try {
      installation.open();
      looks.current();
      jobs.resume();
      looks.known().forEach(this::startWhatIsDue);
    } catch (IOException e) {
      // The installation keeps the reason, and it is told below.
      log.debug("backups are away", e);
      looks.current();
    }
    alerts.tell(troubles.all());
  }

  private void startWhatIsDue(SourceLook look) {
    SourceSpec source = look.source();
    if (look.away() == null && jobs.active(source).isEmpty()) {
      due(look).ifPresent(kind -> jobs.schedule(new Order(kind, source, null, null)));
    }
  }

  private Optional<JobKind> due(SourceLook look) {
    Seen seen = look.seen();
    if (seen == null) {
      return Optional.empty();
    }
    Instant now = clock.instant();
    boolean backedUp = seen.newest() != null;
    return BackupCalendar.until(tier(look.source()), done(seen.state()), now, now).stream()
        .map(Due::task)
        .filter(task -> task == Task.BACKUP || (task != Task.SWITCH && backedUp))
        .map(BackupSchedule::kind)
        .filter(kind -> mayTry(look.source(), kind, now))
        .findFirst();
  }

  private Tier tier(SourceSpec source) {
    try {
      return installation.readConfig().policies().tier(source.tier());
    } catch (IOException e) {
      throw new IllegalStateException("a source is known only when the configuration was read", e);
    }
  }

  static Done done(SourceState state) {
    return new Done(state.lastBackup(), state.lastVerify(), state.lastDrill(), null);
  }

  private static JobKind kind(Task task) {
    return switch (task) {
      case BACKUP -> JobKind.RUN;
      case VERIFY -> JobKind.VERIFY;
      case DRILL -> JobKind.DRILL;
      case SWITCH -> throw new IllegalArgumentException("people switch over");
    };
  }

  private boolean mayTry(SourceSpec source, JobKind kind, Instant now) {
    Job last = repository.lastEnded(source.system(), source.name(), kind).orElse(null);
    Instant ended = last == null ? null : last.endedAt();
    return last == null
        || ended == null
        || last.state() != JobState.FAILED
        || !now.isBefore(ended.plus(properties.retryAfter()));
  }

  @Override
  public void stop() {
    if (ticking != null) {
      ticking.cancel(true);
    }
    if (ticks != null) {
      ticks.shutdownNow();
      ticks = null;
    }
  }

  @Override
  public boolean isRunning() {
    return ticks != null;
  }

  @Override
  public int getPhase() {
    return Integer.MAX_VALUE - 10;
  }
}
