package io.zhidun.backup.executor;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhidun.backup.drill.Drill;
import io.zhidun.backup.drill.DrillRecord;
import io.zhidun.backup.drill.MariaDbTrial;
import io.zhidun.backup.drill.SqlCheck;
import io.zhidun.backup.drill.Trial;
import io.zhidun.backup.policy.Policies;
import io.zhidun.backup.repository.BackupWriter;
import io.zhidun.backup.repository.ChunkSize;
import io.zhidun.backup.repository.Facts;
import io.zhidun.backup.repository.Heading;
import io.zhidun.backup.repository.Manifest;
import io.zhidun.backup.repository.Measure;
import io.zhidun.backup.repository.ProgressMeter;
import io.zhidun.backup.repository.Repository;
import io.zhidun.backup.repository.TestRepository;
import io.zhidun.backup.storage.DirectoryTarget;
import io.zhidun.testkit.Await;
import io.zhidun.testkit.Processes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against Debian's MariaDB. */
class MariaDbExecutorTest {
  @TempDir static Path folder;
  private static Processes processes;
  private static MariaDbOptions options;
  private static Repository repository;
  private static BinlogArchive archive;

  @BeforeAll
  static void startServer() throws Exception {
    Assumptions.assumeTrue(
        Files.isExecutable(Path.of("/usr/bin/mariadb-backup")),
        "skipped: the Debian packages mariadb-server and mariadb-backup are not installed");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
    Path home = Files.createDirectory(folder.resolve("server"));
    Path data = home.resolve("data");
    Program.of("chown", "mysql", home.toString()).run();
    Program.of(
            "mariadb-install-db",
            "--no-defaults",
            "--user=mysql",
            "--datadir=" + data,
            "--auth-root-authentication-method=normal",
            "--skip-test-db")
        .run();
    processes = new Processes(home);
    processes.start(
        "mariadbd",
        new ProcessBuilder(
            "mariadbd",
            "--no-defaults",
            "--user=mysql",
            "--datadir=" + data,
            "--socket=" + home.resolve("socket"),
            "--skip-networking",
            "--log-bin=bin",
            "--server-id=1"));
    options = new MariaDbOptions(home.resolve("socket"), "root", null, List.of("office"));
    Await.until(Duration.ofSeconds(30), "mariadbd", () -> !query("SELECT 1").isEmpty());
    query(
        "CREATE DATABASE office; USE office;"
            + " CREATE TABLE filings (id INT PRIMARY KEY, title TEXT) ENGINE=InnoDB;"
            + " INSERT INTO filings SELECT seq, MD5(seq) FROM seq_1_to_5000;"
            + " CREATE TABLE `odd name` (x INT) ENGINE=InnoDB");
    Path store = Files.createDirectory(folder.resolve("store"));
    repository = TestRepository.of(new DirectoryTarget(store, false));
    archive =
        new BinlogArchive(
            repository, "trademark", "core", "T1", "1", Clock.systemUTC(), new Random(1));
  }

  private static List<List<String>> query(String sql) throws Exception {
    try (MariaDbClient client = MariaDbClient.of(options)) {
      return client.query(sql);
    }
  }

  @AfterAll
  static void stopServer() throws InterruptedException {
    if (processes != null) {
      processes.close();
    }
  }

  private static Manifest backUp(String id, boolean logged) throws Exception {
    MariaDbExecutor executor = new MariaDbExecutor(options, logged);
    Heading heading =
        new Heading("trademark", "core", executor.kind(), "T1", "1", id, TestRepository.BEGUN);
    try (BackupWriter out =
        repository.begin(heading, ChunkSize.USUAL, null, ProgressMeter.silent())) {
      Facts facts = executor.backUp(out);
      return out.finish(facts, TestRepository.DONE);
    }
  }

  @Test
  void aDrillPassesAndFindsTheLossOfOneRow() throws Exception {
    Manifest manifest = backUp("b1", false);
    assertThat(manifest.facts().notes()).isEmpty();
    assertThat(manifest.facts().position(MariaDbExecutor.BINLOG)).startsWith("bin.0");
    assertThat(manifest.facts().measures())
        .extracting(Measure::name, Measure::rows)
        .containsExactly(
            org.assertj.core.api.Assertions.tuple("office.filings", 5000L),
            org.assertj.core.api.Assertions.tuple("office.odd name", 0L));
    query("INSERT INTO office.filings VALUES (9000, 'after the backup')");
    Trial honest = new MariaDbTrial(options, archive, Duration.ofMinutes(1));
    Trial losing =
        (repo, backup, scratch, watch, progress) -> {
          Trial.Restored restored = honest.restore(repo, backup, scratch, watch, progress);
          restored.ask(new SqlCheck("office", "DELETE FROM filings WHERE id = 77", ""));
          return restored;
        };

    DrillRecord good = drill("good", manifest, honest);
    DrillRecord bad = drill("bad", manifest, losing);

    assertThat(good.faults()).isEmpty();
    assertThat(good.comparisons()).hasSize(2).allMatch(DrillRecord.Comparison::equal);
    assertThat(bad.faults()).contains("office.filings has 4999 rows of 5000");
  }

  /**
   * Rows come all the time: while the backup is made, between its end and the counting, and after.
   */
  @Test
  void goesOnWithTheBinaryLogToWhereItWasCountedAndToATime() throws Exception {
    query("CREATE DATABASE IF NOT EXISTS ledger; CREATE TABLE ledger.rows (id INT PRIMARY KEY)");
    MariaDbOptions counted = new MariaDbOptions(options.socket(), "root", null, List.of("ledger"));
    Path spool = folder.resolve("spool");
    Manifest manifest;
    Instant between;
    try (BinlogReceiver receiver =
        BinlogReceiver.start(counted, OptionalLong.empty(), "trademark/core", spool)) {
      AtomicBoolean done = new AtomicBoolean();
      AtomicInteger rows = new AtomicInteger();
      Thread writer = new Thread(() -> write(done, rows), "writer");
      writer.start();
      Await.until(Duration.ofSeconds(20), "rows", () -> rows.get() > 5);
      MariaDbExecutor executor = new MariaDbExecutor(counted, true);
      Heading heading =
          new Heading("trademark", "core", "mariadb", "T1", "1", "l1", TestRepository.BEGUN);
      try (BackupWriter out =
          repository.begin(heading, ChunkSize.USUAL, null, ProgressMeter.silent())) {
        manifest = out.finish(executor.backUp(out), TestRepository.DONE);
      }
      done.set(true);
      writer.join();
      query("CREATE USER clerk; INSERT INTO ledger.rows VALUES (100000)");
      Thread.sleep(1100);
      between = Instant.now().truncatedTo(ChronoUnit.SECONDS);
      Thread.sleep(1100);
      query("INSERT INTO ledger.rows VALUES (200000)");
      receiver.rotate();
      Await.until(
          Duration.ofSeconds(20),
          "the log up to its rotation",
          () -> {
            archive.ship(spool);
            return archive.missing(manifest.facts().position(MariaDbExecutor.BINLOG)).isEmpty()
                && archive.numbers().lastKey() >= last() - 1;
          });
    }
    assertThat(manifest.facts().position(MariaDbExecutor.COUNTED))
        .isNotEqualTo(manifest.facts().position(MariaDbExecutor.BINLOG));
    assertThat(manifest.facts().measures()).hasSize(1);

    DrillRecord drill =
        drill(
            "log", manifest, new MariaDbTrial(counted, archive, Duration.ofMinutes(1)), List.of());
    assertThat(drill.faults()).isEmpty();
    assertThat(drill.steps()).extracting(DrillRecord.Step::name).contains("recover");

    Path home = Files.createDirectory(folder.resolve("timed"));
    Path into = home.resolve("data");
    Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwx--x--x"));
    MariaDbRecovery recovery = new MariaDbRecovery(archive, Duration.ofMinutes(1));
    MariaDbExecutor.restore(
        manifest,
        offset -> repository.open(manifest, offset, ProgressMeter.silent()),
        into,
        (folder, data) ->
            recovery.toTime(
                folder, data, manifest.facts().position(MariaDbExecutor.BINLOG), between));
    try (MariaDbScratch server =
        MariaDbScratch.start(home, into, List.of(), Duration.ofMinutes(1))) {
      assertThat(server.query("SELECT MAX(id) FROM ledger.rows"))
          .containsExactly(List.of("100000"));
      assertThat(server.query("SELECT COUNT(*) FROM mysql.user WHERE user = 'clerk'"))
          .containsExactly(List.of("1"));
    }
  }

  private static long last() throws Exception {
    return BinlogFile.parse(query("SHOW MASTER STATUS").get(0).get(0)).number();
  }

  private static void write(AtomicBoolean done, AtomicInteger rows) {
    try {
      while (!done.get()) {
        query("INSERT INTO ledger.rows VALUES (" + rows.incrementAndGet() + ")");
      }
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private static DrillRecord drill(String id, Manifest manifest, Trial trial) throws Exception {
    return drill(
        id,
        manifest,
        trial,
        List.of(new SqlCheck("office", "SELECT COUNT(*) >= 4999 FROM filings", "1")));
  }

  private static DrillRecord drill(String id, Manifest manifest, Trial trial, List<SqlCheck> checks)
      throws Exception {
    Path scratch = Files.createDirectory(folder.resolve("drill-" + id));
    return new Drill(repository, Clock.systemUTC())
        .run(
            id,
            "schedule",
            manifest,
            Policies.shipped().tier("T1"),
            trial,
            checks,
            Instant.now(),
            scratch,
            ProgressMeter.silent());
  }
}
