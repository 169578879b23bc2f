package io.zhidun.service.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zhidun.backup.executor.RecoveryGoal;
import io.zhidun.backup.run.SourceSpec;
import io.zhidun.service.alert.AlertStack;
import io.zhidun.service.audit.AuditEntry;
import io.zhidun.service.compliance.evidence.BackupStates;
import io.zhidun.service.store.Durability;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.unit.DataSize;

/** The feature wired by hand on a database and a folder of backups. */
public final class BackupStack implements AutoCloseable {
  final BackupProperties properties;
  final Installation installation;
  final Looks looks;
  final Troubles troubles;
  final Jobs jobs;
  final JobRepository repository;
  final BackupSchedule schedule;
  final AlertStack alerts;
  final List<AuditEntry> trail = new CopyOnWriteArrayList<>();

  public BackupStack(DataSource source, Path config, Clock clock) throws IOException {
    BackupProperties properties =
        new BackupProperties(
            config.toString(),
            false,
            1,
            Duration.ofMinutes(1),
            Duration.ofMinutes(15),
            DataSize.ofMegabytes(64));
    this.properties = properties;
    JdbcClient jdbc = JdbcClient.create(new JdbcTemplate(source));
    installation = new Installation(properties, clock);
    looks = new Looks(installation, properties, clock);
    troubles = new Troubles(installation, looks, clock);
    repository = new JobRepository(jdbc);
    jobs =
        new Jobs(
            installation,
            repository,
            looks,
            trail::add,
            new TransactionTemplate(new JdbcTransactionManager(source)),
            new Durability(source, jdbc),
            properties,
            clock);
    alerts = new AlertStack(source, clock);
    schedule =
        new BackupSchedule(
            installation,
            looks,
            troubles,
            new BackupAlerts(alerts.book, looks, clock),
            jobs,
            repository,
            properties,
            clock);
    jobs.start();
    installation.open();
  }

  /** Looks at the targets, where that is too long ago. */
  public void look() {
    looks.current();
  }

  public BackupStates states() {
    return new LiveBackupStates(installation, looks, properties);
  }

  /** Rounds of the calendar until nothing is due any more. */
  public void doWhatIsDue() throws IOException {
    for (int i = 0; i < 8; i++) {
      schedule.round();
      rest();
    }
    schedule.round();
  }

  /** Waits until no job is at work. */
  void rest() throws IOException {
    for (SourceSpec source : installation.readConfig().sources()) {
      await().atMost(Duration.ofSeconds(30)).until(() -> jobs.active(source).isEmpty());
    }
    await().atMost(Duration.ofSeconds(30)).until(() -> repository.open().isEmpty());
  }

  /** Does one thing and gives the job as it ended. */
  Job perform(JobKind kind, String title) throws IOException {
    SourceSpec source = installation.readConfig().source(title);
    Job job = jobs.ask(new Jobs.Order(kind, source, null, null), "engineer");
    rest();
    return repository.find(job.id()).orElseThrow();
  }

  /** Backs up and reads it, without a drill. */
  public void backUpAndVerify(String title) throws IOException {
    assertThat(perform(JobKind.RUN, title).state()).isEqualTo(JobState.DONE);
    assertThat(perform(JobKind.VERIFY, title).passed()).isTrue();
  }

  /** Starts receiving the log of a PostgreSQL, as the command {@code backup log} does. */
  public AutoCloseable receiveLog(String title) throws IOException, InterruptedException {
    return installation.open().receive(installation.readConfig().source(title));
  }

  /** Stores what was received; the server must have begun another segment. */
  public void shipLog(String title) throws IOException {
    SourceSpec source = installation.readConfig().source(title);
    Path spool = installation.open().spool(source);
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> installation.open().archive(source).ship(spool) > 0);
    looks.refresh(source);
  }

  /** Restores the newest backup into a folder, as the command {@code backup restore} does. */
  public void restore(String title, Path into) throws IOException, InterruptedException {
    installation
        .open()
        .restore(
            installation.readConfig().source(title),
            "latest",
            RecoveryGoal.latest(),
            into,
            progress -> {});
  }

  /** Tries a restore. */
  public void drill(String title) throws IOException {
    assertThat(perform(JobKind.DRILL, title).passed()).isTrue();
  }

  @Override
  public void close() throws IOException {
    jobs.stop();
    installation.close();
  }
}
