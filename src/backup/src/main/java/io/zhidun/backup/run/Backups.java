package io.zhidun.backup.run;

import io.zhidun.backup.drill.Drill;
import io.zhidun.backup.drill.DrillRecord;
import io.zhidun.backup.executor.BinlogArchive;
import io.zhidun.backup.executor.BinlogReceiver;
import io.zhidun.backup.executor.Executor;
import io.zhidun.backup.executor.LogReceiver;
import io.zhidun.backup.executor.Lsn;
import io.zhidun.backup.executor.MariaDbExecutor;
import io.zhidun.backup.executor.MariaDbRecovery;
import io.zhidun.backup.executor.PostgresExecutor;
import io.zhidun.backup.executor.PostgresRecovery;
import io.zhidun.backup.executor.RecoveryGoal;
import io.zhidun.backup.executor.WalArchive;
import io.zhidun.backup.executor.WalReceiver;
import io.zhidun.backup.executor.WalSegment;
import io.zhidun.backup.executor.ZhidunExecutor;
import io.zhidun.backup.policy.Tier;
import io.zhidun.backup.repository.BackupId;
import io.zhidun.backup.repository.BackupWriter;
import io.zhidun.backup.repository.ChunkSize;
import io.zhidun.backup.repository.Facts;
import io.zhidun.backup.repository.Heading;
import io.zhidun.backup.repository.Journal;
import io.zhidun.backup.repository.Keys;
import io.zhidun.backup.repository.Manifest;
import io.zhidun.backup.repository.Progress;
import io.zhidun.backup.repository.ProgressMeter;
import io.zhidun.backup.repository.Repository;
import io.zhidun.backup.repository.RepositoryCheck;
import io.zhidun.backup.repository.Retry;
import io.zhidun.backup.repository.VerifyReport;
import io.zhidun.events.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * All that is done with the backups of an installation. Each call may take hours and is stopped by
 * interrupting its thread; one source is backed up by one process at a time. Close it to let go of
 * the targets.
 */
public final class Backups implements AutoCloseable {
  private final BackupConfig config;
  private final Map<String, Repository> repositories = new TreeMap<>();
  private final Clock clock;
  private final SecureRandom random;

  /**
   * Opens all targets, and removes what drills that were killed left in the scratch folder.
   *
   * @param keys of the installation's vault
   */
  public Backups(BackupConfig config, Keys keys, Clock clock, SecureRandom random)
      throws IOException {
    this.config = config;
    this.clock = clock;
    this.random = random;
    for (TargetSpec target : config.targets().values()) {
      repositories.put(
          target.name(),
          new Repository(
              target.opening().open(), config.installation(), keys, random, Retry.usual()));
    }
    try {
      Scratch.removeDead(config.scratch(), config.installation());
    } catch (IOException e) {
      // What cannot be removed keeps no backup from being made; the next drill tells of it.
    }
  }

  public BackupConfig config() {
    return config;
  }

  /** The repository of a target. */
  public Repository repository(String target) {
    Repository repository = repositories.get(target);
    if (repository == null) {
      throw new IllegalArgumentException(
          "target \"" + target + "\" is not one of " + repositories.keySet());
    }
    return repository;
  }

  /** The repository that a source is backed up to first. */
  public Repository first(SourceSpec source) {
    return repository(source.targets().get(0));
  }

  /**
   * Backs a source up to its first target and copies the backup to the others. A run that died
   * before is gone on with.
   *
   * @return the manifest; it is then on all targets
   */
  public Manifest run(SourceSpec source, Consumer<Progress> listener)
      throws IOException, InterruptedException {
    Outcomes outcomes = new Outcomes(config.state(), source);
    try {
      Manifest manifest = backUp(source, listener);
      for (String target : source.targets().subList(1, source.targets().size())) {
        first(source).copy(manifest, repository(target), meter(manifest.plainBytes(), listener));
      }
      outcomes.succeeded();
      return manifest;
    } catch (IOException | RuntimeException e) {
      outcomes.failed(clock.instant(), String.valueOf(e.getMessage()));
      throw e;
    }
  }

  private Manifest backUp(SourceSpec source, Consumer<Progress> listener)
      throws IOException, InterruptedException {
    Executor executor = executor(source);
    Instant now = clock.instant();
    Tier tier = config.policies().tier(source.tier());
    Heading heading =
        new Heading(
            source.system(),
            source.name(),
            executor.kind(),
            tier.name(),
            config.policies().version(),
            BackupId.of(now, random),
            now);
    Instant keepUntil = now.plus(tier.immutableFor());
    ProgressMeter progress = new ProgressMeter(OptionalLong.empty(), System::nanoTime, listener);
    if (!executor.repeatable()) {
      try (BackupWriter out = first(source).begin(heading, ChunkSize.USUAL, keepUntil, progress)) {
        Facts facts = executor.backUp(out);
        Manifest manifest = out.finish(facts, clock.instant());
        if (executor instanceof ZhidunExecutor zhidun) {
          keepKeys(source, manifest.id(), zhidun.sealed());
        }
        return manifest;
      }
    }
    return journalled(source, executor, heading, keepUntil, progress);
  }

  /**
   * Puts the keys beside the backups as they are sealed for the quorum: the backups themselves open
   * only with these keys, and where all is lost nobody has them.
   */
  private void keepKeys(SourceSpec source, String id, byte[] sealed) throws IOException {
    for (String target : source.targets()) {
      repository(target)
          .storeSigned(
              "keys/" + source.system() + '/' + source.name() + '/' + id + ".sealed",
              sealed,
              clock.instant());
    }
  }

  private Manifest journalled(
      SourceSpec source,
      Executor executor,
      Heading heading,
      Instant keepUntil,
      ProgressMeter progress)
      throws IOException, InterruptedException {
    Path file = config.state().resolve(source.system() + '.' + source.name() + ".journal");
    try (Journal journal = Journal.open(file)) {
      Optional<Manifest> completed = first(source).complete(journal);
      if (completed.isPresent()) {
        journal.remove();
        return completed.get();
      }
      try (BackupWriter out =
          first(source).begin(heading, ChunkSize.USUAL, journal, keepUntil, progress)) {
        Facts facts = executor.backUp(out);
        Manifest manifest = out.finish(facts, clock.instant());
        journal.remove();
        return manifest;
      }
    }
  }

  private Executor executor(SourceSpec source) throws IOException {
    return source
        .kind()
        .executor(
            source.system() + '-' + source.name(), () -> BackupId.of(clock.instant(), random));
  }

  /** The manifests of a source on its first target, oldest first. */
  public List<Manifest> list(SourceSpec source) throws IOException {
    List<Manifest> manifests = new ArrayList<>();
    for (String id : first(source).list(source.system(), source.name())) {
      manifests.add(first(source).manifest(source.system(), source.name(), id));
    }
    return manifests;
  }

  /**
   * A backup of a source.
   *
   * @param id or "latest"
   */
  public Manifest find(SourceSpec source, String id) throws IOException {
    List<String> ids = first(source).list(source.system(), source.name());
    if (ids.isEmpty()) {
      throw new IOException(source.title() + " has no backup at " + source.targets().get(0));
    }
    String wanted = id.equals("latest") ? ids.get(ids.size() - 1) : id;
    return first(source).manifest(source.system(), source.name(), wanted);
  }

  /** Reads all chunks of a backup on one target and keeps a signed record of it there. */
  public VerifyReport verify(
      SourceSpec source, String id, String target, Consumer<Progress> listener) throws IOException {
    Manifest manifest = find(source, id);
    Repository repository = repository(target);
    VerifyReport report =
        repository.verify(manifest, true, clock.instant(), meter(manifest.plainBytes(), listener));
    repository.storeSigned(
        verifications(source) + BackupId.of(report.at(), random) + ".json",
        Json.mapper().writeValueAsBytes(report),
        report.at());
    return report;
  }

  /** Reads all that lies on a target: backups and the signed records beside them. */
  public RepositoryCheck.Result check(String target, Consumer<Progress> listener)
      throws IOException {
    ProgressMeter progress = new ProgressMeter(OptionalLong.empty(), System::nanoTime, listener);
    return RepositoryCheck.run(repository(target), clock.instant(), progress);
  }

  static String verifications(SourceSpec source) {
    return "verifications/" + source.system() + '/' + source.name() + '/';
  }

  /**
   * Restores a backup into a folder that is not there yet.
   *
   * @param goal where a database's recovery stops; files have none
   */
  public void restore(
      SourceSpec source, String id, RecoveryGoal goal, Path into, Consumer<Progress> listener)
      throws IOException, InterruptedException {
    Manifest manifest = find(source, id);
    ProgressMeter meter = meter(manifest.plainBytes(), listener);
    if (source.kind() instanceof SourceKind.Postgres) {
      Facts facts = manifest.facts();
      Path wal = Files.createDirectories(into.resolveSibling(into.getFileName() + ".wal"));
      fetchLog(source, facts, wal);
      PostgresExecutor.restore(
          manifest,
          offset -> first(source).open(manifest, offset, meter),
          into,
          folder -> PostgresRecovery.prepare(folder, wal, goal));
      return;
    }
    if (source.kind() instanceof SourceKind.MariaDb mariaDb && mariaDb.logged()) {
      requireTime(goal);
      String from = manifest.facts().position(MariaDbExecutor.BINLOG);
      MariaDbRecovery recovery = new MariaDbRecovery(binlog(source), SourceKind.RECOVERY);
      MariaDbExecutor.restore(
          manifest,
          offset -> first(source).open(manifest, offset, meter),
          into,
          (folder, data) -> recovery.toTime(folder, data, from, goal.time().orElse(null)));
      return;
    }
    if (!goal.settings().isEmpty()) {
      throw new IllegalArgumentException(
          source.title() + " has no archived log, so it is restored to the moment of a backup");
    }
    executor(source).restore(manifest, offset -> first(source).open(manifest, offset, meter), into);
  }

  private static void requireTime(RecoveryGoal goal) {
    if (!goal.settings().isEmpty() && goal.time().isEmpty()) {
      throw new IllegalArgumentException("a MariaDB is restored to a time, or to the log's end");
    }
  }

  private void fetchLog(SourceSpec source, Facts facts, Path wal) throws IOException {
    long bytes = Long.parseLong(facts.position(PostgresExecutor.SEGMENT));
    long timeline = Long.parseLong(facts.position(PostgresExecutor.TIMELINE));
    Lsn start = Lsn.parse(facts.position(PostgresExecutor.START));
    archive(source).fetch(WalSegment.containing(timeline, start, bytes), null, wal);
  }

  /** The archived log of a PostgreSQL source. */
  public WalArchive archive(SourceSpec source) {
    return new WalArchive(
        first(source),
        source.system(),
        source.name(),
        source.tier(),
        config.policies().version(),
        clock,
        random);
  }

  /** The archived binary log of a MariaDB source. */
  public BinlogArchive binlog(SourceSpec source) {
    return new BinlogArchive(
        first(source),
        source.system(),
        source.name(),
        source.tier(),
        config.policies().version(),
        clock,
        random);
  }

  /** Starts receiving the log of a source into its spool. */
  public LogReceiver receive(SourceSpec source) throws IOException, InterruptedException {
    if (source.kind() instanceof SourceKind.Postgres postgres) {
      String slot = "zhidun_" + source.name().replace('-', '_');
      return WalReceiver.start(postgres.options(), slot, spool(source));
    }
    if (source.kind() instanceof SourceKind.MariaDb mariaDb && mariaDb.logged()) {
      SortedMap<Long, String> stored = binlog(source).numbers();
      return BinlogReceiver.start(
          mariaDb.options(),
          stored.isEmpty() ? OptionalLong.empty() : OptionalLong.of(stored.lastKey()),
          source.title(),
          spool(source));
    }
    throw new IllegalArgumentException(source.title() + " has no log that could be received");
  }

  /**
   * Stores what of the log is finished and waits in the spool.
   *
   * @return how many files
   */
  public int ship(SourceSpec source) throws IOException {
    return source.kind() instanceof SourceKind.MariaDb
        ? binlog(source).ship(spool(source))
        : archive(source).ship(spool(source));
  }

  /**
   * Notes that a source had written nothing since the last file of its log ended, once that is
   * stored: the copy is then as new as the source.
   *
   * @param ended the file's name, as {@link LogReceiver#rotate} gave it
   * @param at when it was asked for
   * @return false while the file is not stored
   */
  public boolean noteQuiet(SourceSpec source, String ended, Instant at) throws IOException {
    boolean stored =
        source.kind() instanceof SourceKind.MariaDb
            ? binlog(source).holds(ended)
            : archive(source).names().containsKey(ended);
    if (stored) {
      new Quiet(config.state(), source).note(at);
    }
    return stored;
  }

  /** Where the log of a source waits to be stored. */
  public Path spool(SourceSpec source) {
    return config.state().resolve(source.system() + '.' + source.name() + ".wal");
  }

  /** As below, and tells nobody how far it is. */
  public DrillRecord drill(SourceSpec source, String id, String by)
      throws IOException, InterruptedException {
    return drill(source, id, by, progress -> {});
  }

  /**
   * Restores a backup where nobody sees it, compares, and keeps the signed record.
   *
   * @param by who asks for the drill
   * @param listener is told of the bytes of the backup as they are restored
   */
  public DrillRecord drill(SourceSpec source, String id, String by, Consumer<Progress> listener)
      throws IOException, InterruptedException {
    Scratch.removeDead(config.scratch(), config.installation());
    Manifest manifest = find(source, id);
    String drill = BackupId.of(clock.instant(), random);
    try (Scratch scratch = Scratch.create(config.scratch(), drill, config.installation())) {
      return new Drill(first(source), clock)
          .run(
              drill,
              by,
              manifest,
              config.policies().tier(source.tier()),
              source.kind().trial(new Logs(archive(source), binlog(source))),
              source.checks(),
              new SourceStates(this, clock).recoverableUntil(source),
              scratch.folder(),
              meter(manifest.plainBytes(), listener));
    }
  }

  /**
   * Deletes on a target what the tier's retention gives up, by days of UTC, and keeps the signed
   * record of it there.
   *
   * @param dryRun only says what would be deleted, and keeps nothing
   */
  public PruneRecord prune(SourceSpec source, String target, boolean dryRun) throws IOException {
    Repository repository = repository(target);
    Instant now = clock.instant();
    PruneRecord record =
        new Pruning(
                repository, source, config.policies().tier(source.tier()), ZoneOffset.UTC, dryRun)
            .run(BackupId.of(now, random), target, config.policies().version(), now);
    if (!dryRun) {
      repository.storeSigned(
          "prunings/" + source.system() + '/' + source.name() + '/' + record.id() + ".json",
          Json.mapper().writeValueAsBytes(record),
          now);
    }
    return record;
  }

  private static ProgressMeter meter(long total, Consumer<Progress> listener) {
    return new ProgressMeter(OptionalLong.of(total), System::nanoTime, listener);
  }

  @Override
  public void close() throws IOException {
    for (Repository repository : repositories.values()) {
      repository.target().close();
    }
  }
}
