package io.zhidun.service.backup;

import io.zhidun.backup.drill.DrillRecord;
import io.zhidun.backup.repository.BackupId;
import io.zhidun.backup.repository.Manifest;
import io.zhidun.backup.repository.VerifyReport;
import io.zhidun.backup.run.Backups;
import io.zhidun.backup.run.SourceSpec;
import io.zhidun.service.audit.AuditActor;
import io.zhidun.service.audit.AuditEntry;
import io.zhidun.service.audit.AuditOutcome;
import io.zhidun.service.audit.AuditTrail;
import io.zhidun.service.backup.SourceLook.Seen;
import io.zhidun.service.store.Durability;
import io.zhidun.service.web.Problems;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Does what is asked of the backups: one job a source at a time, few sources at once. Every
 * beginning and end is in the database and in the audit trail.
 */
@Service
class Jobs implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(Jobs.class);
  private static final int RESUMED_AT_ONCE = 20;
  private static final int PATIENCE_SECONDS = 4;

  private final Installation installation;
  private final JobRepository repository;
  private final Looks looks;
  private final AuditTrail audit;
  private final TransactionOperations transaction;
  private final Durability durability;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();
  private final ExecutorService threads;

  /** Ids of jobs that wait or run, by the source's title. */
  private final Map<String, String> active = new HashMap<>();

  private final Map<String, JobProgress> progress = new ConcurrentHashMap<>();
  private volatile boolean stopping;
  private volatile boolean running;

  Jobs(
      Installation installation,
      JobRepository repository,
      Looks looks,
      AuditTrail audit,
      TransactionOperations transaction,
      Durability durability,
      BackupProperties properties,
      Clock clock) {
    this.installation = installation;
    this.repository = repository;
    this.looks = looks;
    this.audit = audit;
    this.transaction = transaction;
    this.durability = durability;
    this.clock = clock;
    this.threads =
        Executors.newFixedThreadPool(
            properties.threads(),
            task -> {
              Thread thread = new Thread(task, "backup-job");
              thread.setDaemon(true);
              return thread;
            });
  }

  /**
   * What is asked.
   *
   * @param backup id, null for the newest
   * @param target which alone is verified, null for all
   */
  record Order(JobKind kind, SourceSpec source, @Nullable String backup, @Nullable String target) {}

  /** How a job ended. */
  private record Outcome(
      JobState state,
      @Nullable String backup,
      @Nullable Boolean passed,
      @Nullable String words,
      Map<String, String> measured) {
    static Outcome failed(String words) {
      return new Outcome(JobState.FAILED, null, null, words, Map.of());
    }

    static Outcome interrupted() {
      return new Outcome(JobState.INTERRUPTED, null, null, null, Map.of());
    }
  }

  /**
   * Starts a job for the account whose request is being answered.
   *
   * @throws org.springframework.web.ErrorResponseException backup-job-runs
   */
  Job ask(Order order, String account) {
    return start(order, AuditActor.of(account), account, null);
  }

  /** Starts a job by the calendar. */
  Job schedule(Order order) {
    AuditActor platform = AuditActor.platform();
    return start(order, platform, platform.account(), null);
  }

  private synchronized Job start(
      Order order, AuditActor actor, String by, @Nullable String resumes) {
    SourceSpec source = order.source();
    String open = active.get(source.title());
    if (open != null) {
      throw Problems.of(
          HttpStatus.CONFLICT,
          "backup-job-runs",
          "a job of " + source.title() + " waits or runs: " + open,
          Map.of("job", open));
    }
    Job job =
        new Job(
            BackupId.of(clock.instant(), random),
            order.kind(),
            source.system(),
            source.name(),
            order.backup(),
            order.target(),
            JobState.WAITING,
            by,
            resumes,
            clock.instant(),
            null,
            null,
            null,
            null);
    transaction.executeWithoutResult(
        status -> {
          repository.add(job);
          audit.record(entry(actor, job, "started", AuditOutcome.SUCCESS, started(job)));
        });
    durability.settle();
    active.put(source.title(), job.id());
    progress.put(job.id(), new JobProgress(steps(order), expected(source)));
    threads.execute(() -> work(job, order));
    return job;
  }

  private static int steps(Order order) {
    boolean all = order.kind() != JobKind.DRILL && order.target() == null;
    return all ? order.source().targets().size() : 1;
  }

  private @Nullable Long expected(SourceSpec source) {
    Seen seen = looks.known(source).seen();
    BackupLine newest = seen == null ? null : seen.newest();
    return newest == null ? null : newest.bytes();
  }

  private static Map<String, String> started(Job job) {
    Map<String, String> detail = new LinkedHashMap<>();
    detail.put("job", job.id());
    put(detail, "backup", job.backup());
    put(detail, "target", job.target());
    put(detail, "resumes", job.resumes());
    return detail;
  }

  private static void put(Map<String, String> detail, String name, @Nullable String value) {
    if (value != null) {
      detail.put(name, value);
    }
  }

  private static AuditEntry entry(
      AuditActor actor, Job job, String act, AuditOutcome outcome, Map<String, String> detail) {
    return new AuditEntry(
        actor, "backup." + job.kind().label() + '-' + act, "backup", job.title(), outcome, detail);
  }

  private void work(Job job, Order order) {
    Outcome outcome = Outcome.failed("ended without a result; the log says why");
    try {
      repository.begin(job.id(), clock.instant());
      outcome = perform(job, order);
    } catch (InterruptedException e) {
      outcome = Outcome.interrupted();
    } catch (IOException | RuntimeException e) {
      log.warn("{} of {} failed: {}", job.kind().label(), job.title(), e.toString());
      outcome = stopping ? Outcome.interrupted() : Outcome.failed(Installation.words(e));
    } finally {
      ended(job, order.source(), outcome);
    }
  }

  private void ended(Job job, SourceSpec source, Outcome outcome) {
    try {
      if (!stopping) {
        looks.refresh(source);
      }
    } finally {
      release(job);
      record(job, outcome);
    }
  }

  private synchronized void release(Job job) {
    active.remove(job.title(), job.id());
    progress.remove(job.id());
  }

  private void record(Job job, Outcome outcome) {
    transaction.executeWithoutResult(
        status -> {
          repository.end(
              job.id(),
              outcome.state(),
              outcome.backup(),
              outcome.passed(),
              outcome.words(),
              clock.instant());
          boolean interrupted = outcome.state() == JobState.INTERRUPTED;
          audit.record(
              entry(
                  AuditActor.platform(),
                  job,
                  interrupted ? "interrupted" : "ended",
                  Boolean.TRUE.equals(outcome.passed())
                      ? AuditOutcome.SUCCESS
                      : AuditOutcome.FAILURE,
                  ended(job, outcome)));
        });
    durability.settle();
  }

  private static Map<String, String> ended(Job job, Outcome outcome) {
    Map<String, String> detail = new LinkedHashMap<>(outcome.measured());
    detail.put("job", job.id());
    detail.put("by", job.by());
    put(detail, "backup", outcome.backup());
    put(detail, "words", outcome.words());
    return detail;
  }

  private Outcome perform(Job job, Order order) throws IOException, InterruptedException {
    Backups backups = installation.open();
    return switch (order.kind()) {
      case RUN -> run(backups, job, order);
      case VERIFY -> verify(backups, job, order);
      case DRILL -> drill(backups, job, order);
    };
  }

  private Outcome run(Backups backups, Job job, Order order)
      throws IOException, InterruptedException {
    Manifest manifest = backups.run(order.source(), meter(job));
    return new Outcome(
        JobState.DONE,
        manifest.id(),
        true,
        null,
        Map.of(
            "bytes", Long.toString(manifest.plainBytes()),
            "stored", Long.toString(manifest.storedBytes())));
  }

  private JobProgress meter(Job job) {
    JobProgress meter = progress.get(job.id());
    return meter == null ? new JobProgress(1, null) : meter;
  }

  /** A target that is away keeps no other from being read. */
  private Outcome verify(Backups backups, Job job, Order order)
      throws IOException, InterruptedException {
    String only = order.target();
    String backup = backups.find(order.source(), wanted(order)).id();
    List<String> faults = new ArrayList<>();
    List<IOException> away = new ArrayList<>();
    long chunks = 0;
    for (String target : only == null ? order.source().targets() : List.of(only)) {
      try {
        VerifyReport report = backups.verify(order.source(), backup, target, meter(job));
        faults.addAll(report.faults());
        chunks += report.chunks();
      } catch (IOException e) {
        away.add(e);
      }
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
    }
    if (faults.isEmpty() && !away.isEmpty()) {
      IOException first = away.get(0);
      away.subList(1, away.size()).forEach(first::addSuppressed);
      throw first;
    }
    List<String> told = new ArrayList<>(faults);
    away.forEach(each -> told.add("not read: " + Installation.words(each)));
    return new Outcome(
        JobState.DONE,
        backup,
        faults.isEmpty(),
        words(told),
        Map.of("chunks", Long.toString(chunks), "faults", Integer.toString(faults.size())));
  }

  private Outcome drill(Backups backups, Job job, Order order)
      throws IOException, InterruptedException {
    DrillRecord record = backups.drill(order.source(), wanted(order), job.by(), meter(job));
    Map<String, String> measured = new LinkedHashMap<>();
    measured.put("drill", record.id());
    measured.put("rto", record.rto().toString());
    if (record.rpo() != null) {
      measured.put("rpo", record.rpo().toString());
    }
    return new Outcome(
        JobState.DONE, record.backup(), record.passed(), words(record.faults()), measured);
  }

  private static String wanted(Order order) {
    String backup = order.backup();
    return backup == null ? "latest" : backup;
  }

  private static @Nullable String words(List<String> faults) {
    return faults.isEmpty() ? null : String.join("; ", faults);
  }

  /** Id of the job of a source that waits or runs. */
  synchronized Optional<String> active(SourceSpec source) {
    return Optional.ofNullable(active.get(source.title()));
  }

  /** How far a job is; null before its first second and after its end. */
  JobProgress.@Nullable View progress(String id) {
    JobProgress meter = progress.get(id);
    return meter == null ? null : meter.view();
  }

  /** Goes on with what the service's end interrupted; the engine stores nothing twice. */
  void resume() throws IOException {
    List<SourceSpec> sources = installation.readConfig().sources();
    for (Job job : repository.toResume(RESUMED_AT_ONCE)) {
      Optional<SourceSpec> source =
          sources.stream().filter(one -> one.title().equals(job.title())).findFirst();
      if (source.isEmpty()) {
        repository.end(
            job.id(),
            JobState.FAILED,
            null,
            null,
            "the source is no longer configured",
            clock.instant());
      } else if (active(source.get()).isEmpty()) {
        start(
            new Order(job.kind(), source.get(), job.backup(), job.target()),
            AuditActor.platform(),
            job.by(),
            job.id());
      }
    }
  }

  /** Whatever was at work when the service ended was interrupted. */
  @Override
  public void start() {
    for (Job job : repository.open()) {
      log.warn("{} of {} was interrupted", job.kind().label(), job.title());
      record(job, Outcome.interrupted());
    }
    running = true;
  }

  @Override
  public void stop() {
    stopping = true;
    running = false;
    threads.shutdownNow();
    try {
      if (!threads.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        log.warn("a job did not end in time; it is interrupted");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** Before requests come, and until none comes any more. */
  @Override
  public int getPhase() {
    return 0;
  }
}
