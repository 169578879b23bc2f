package io.zhidun.backup.executor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhidun.backup.drill.Drill;
import io.zhidun.backup.drill.DrillRecord;
import io.zhidun.backup.drill.PostgresTrial;
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
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A PostgreSQL that works while it is backed up: pgbench changes its tables and one writer keeps a
 * ledger, a row a transaction, of which it notes the transaction's id, place in the log and time.
 */
class PostgresExecutorTest {
  private record Entry(long row, long transaction, Lsn lsn, Instant at) {}

  @TempDir static Path folder;
  private static PostgresServer server;
  private static Repository repository;
  private static WalArchive archive;
  private static Manifest manifest;
  private static final List<Entry> LEDGER = new ArrayList<>();

  @BeforeAll
  static void backUpUnderLoad() throws Exception {
    server = PostgresServer.start(folder);
    server.prepareBench();
    server.execute("CREATE TABLE ledger (row bigint PRIMARY KEY)");
    Path store = Files.createDirectory(folder.resolve("store"));
    repository = TestRepository.of(new DirectoryTarget(store, false));
    archive =
        new WalArchive(
            repository, "patent-review", "core", "T1", "1", Clock.systemUTC(), new Random(1));
    Path spool = folder.resolve("spool");
    try (WalReceiver receiver = WalReceiver.start(server.options(), "zhidun", spool)) {
      Process bench = server.bench(4);
      keepLedger(0, 100);
      manifest = backUp();
      keepLedger(100, 200);
      bench.waitFor();
      server.execute("SELECT pg_switch_wal()");
      server.execute("CREATE TABLE after_all (x int)");
      Lsn end = lsn();
      Await.until(
          Duration.ofSeconds(20),
          "the log up to " + end,
          () -> {
            archive.ship(spool);
            return archive.segments().contains(segment(end, -1));
          });
      assertThat(receiver.isAlive()).as(receiver.words()).isTrue();
    }
  }

  private static String segment(Lsn place, int plus) {
    WalSegment at = WalSegment.containing(1, place, 16 << 20);
    return new WalSegment(1, at.number() + plus, 16 << 20).name();
  }

  private static Manifest backUp() throws Exception {
    PostgresExecutor executor = new PostgresExecutor(server.options(), () -> "counted-1");
    Heading heading =
        new Heading(
            "patent-review", "core", executor.kind(), "T1", "1", "b1", TestRepository.BEGUN);
    try (BackupWriter out =
        repository.begin(heading, ChunkSize.USUAL, null, ProgressMeter.silent())) {
      Facts facts = executor.backUp(out);
      return out.finish(facts, TestRepository.DONE);
    }
  }

  private static void keepLedger(long from, long until) throws Exception {
    try (Connection connection = server.connect();
        Statement statement = connection.createStatement()) {
      for (long row = from; row < until; row++) {
        connection.setAutoCommit(false);
        long id;
        try (ResultSet result =
            statement.executeQuery(
                "INSERT INTO ledger VALUES (" + row + ") RETURNING pg_current_xact_id()::text")) {
          result.next();
          id = Long.parseLong(result.getString(1));
        }
        connection.commit();
        connection.setAutoCommit(true);
        try (ResultSet result =
            statement.executeQuery("SELECT pg_current_wal_insert_lsn()::text, clock_timestamp()")) {
          result.next();
          Lsn lsn = Lsn.parse(result.getString(1));
          LEDGER.add(new Entry(row, id, lsn, result.getTimestamp(2).toInstant()));
        }
      }
    }
  }

  private static Lsn lsn() throws Exception {
    try (Connection connection = server.connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT pg_current_wal_insert_lsn()::text")) {
      row.next();
      return Lsn.parse(row.getString(1));
    }
  }

  @AfterAll
  static void stop() throws Exception {
    if (server != null) {
      server.close();
    }
  }

  @Test
  void restoresExactlyToTheTransactionAskedFor() throws Exception {
    Entry entry = LEDGER.get(173);
    try (PostgresScratch scratch =
        restore("transaction", RecoveryGoal.transaction(entry.transaction()))) {
      assertThat(scratch.query("postgres", "SELECT count(*), max(row) FROM ledger"))
          .containsExactly(List.of("174", "173"));
    }
  }

  @Test
  void restoresToAPlaceInTheLogAndToATime() throws Exception {
    try (PostgresScratch scratch = restore("lsn", RecoveryGoal.lsn(LEDGER.get(150).lsn()))) {
      assertThat(scratch.query("postgres", "SELECT count(*), max(row) FROM ledger").get(0))
          .isEqualTo(List.of("151", "150"));
    }
    try (PostgresScratch scratch = restore("time", RecoveryGoal.time(LEDGER.get(160).at()))) {
      assertThat(scratch.query("postgres", "SELECT count(*), max(row) FROM ledger").get(0))
          .isEqualTo(List.of("161", "160"));
    }
  }

  @Test
  void countsAtTheRestorePointWhatTheBackupCounted() throws Exception {
    assertThat(manifest.facts().notes()).isEmpty();
    assertThat(manifest.facts().measures())
        .extracting(Measure::name)
        .contains("postgres.public.pgbench_accounts", "postgres.public.ledger");
    String point = manifest.facts().position(PostgresExecutor.POINT);

    try (PostgresScratch scratch = restore("point", RecoveryGoal.point(point))) {
      assertThat(scratch.measure("postgres")).isEqualTo(manifest.facts().measures());

      scratch.query("postgres", "DELETE FROM pgbench_accounts WHERE aid = 77777");
      assertThat(scratch.measure("postgres")).isNotEqualTo(manifest.facts().measures());
    }
  }

  /** The loss is injected between the restore and the comparison: one row of a hundred thousand. */
  @Test
  void aDrillPassesAndFindsTheLossOfOneRow() throws Exception {
    Trial honest = new PostgresTrial(server.options(), archive, Duration.ofMinutes(1));
    Trial losing =
        (repo, backup, scratch, watch, progress) -> {
          Trial.Restored restored = honest.restore(repo, backup, scratch, watch, progress);
          restored.ask(
              new SqlCheck("postgres", "DELETE FROM pgbench_accounts WHERE aid = 77777", ""));
          return restored;
        };

    DrillRecord good = drill("good", honest);
    DrillRecord bad = drill("bad", losing);

    assertThat(good.faults()).isEmpty();
    assertThat(good.comparisons()).allMatch(DrillRecord.Comparison::equal).hasSizeGreaterThan(3);
    assertThat(good.rto()).isPositive().isLessThan(Duration.ofMinutes(1));
    assertThat(bad.faults())
        .containsExactly("postgres.public.pgbench_accounts has 99999 rows of 100000");
    assertThat(new Drill(repository, Clock.systemUTC()).last("patent-review", "core"))
        .isEqualTo(good);
  }

  private static DrillRecord drill(String id, Trial trial) throws Exception {
    Path scratch = Files.createDirectory(folder.resolve("drill-" + id));
    return new Drill(repository, Clock.systemUTC())
        .run(
            id,
            "schedule",
            manifest,
            Policies.shipped().tier("T1"),
            trial,
            List.of(new SqlCheck("postgres", "SELECT count(*) > 99 FROM ledger", "t")),
            Instant.now(),
            scratch,
            ProgressMeter.silent());
  }

  @Test
  void saysWhichSegmentOfTheLogIsMissing() throws Exception {
    List<String> segments = archive.segments();
    assertThat(segments).hasSizeGreaterThan(2);
    WalSegment first = WalSegment.parse(segments.get(0), 16 << 20);
    String lost = segments.get(1);
    String id = Objects.requireNonNull(archive.names().get(lost));
    Manifest segment = repository.manifest("patent-review", "core-wal", id);
    Path hidden = folder.resolve("store").resolve(segment.folder());
    Path aside = folder.resolve("aside");
    Files.move(hidden, aside);
    try {
      assertThatThrownBy(() -> archive.fetch(first, null, Files.createTempDirectory(folder, "wal")))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("has a gap: " + lost);
    } finally {
      Files.move(aside, hidden);
    }
  }

  /**
   * A log of which little is written is stored all the same, and the receiver says when it all is.
   */
  @Test
  void endsASegmentOfWhichLittleIsWrittenAndTellsWhenAllIsInIt() throws Exception {
    Path spool = folder.resolve("quiet");
    try (WalReceiver receiver = WalReceiver.start(server.options(), "zhidun_quiet", spool)) {
      server.execute("CREATE TABLE IF NOT EXISTS quiet (x int); INSERT INTO quiet VALUES (1)");
      assertThat(receiver.rotate()).as("something was written").isNull();
      Lsn written = lsn();
      List<String> ended = new ArrayList<>();
      Await.until(
          Duration.ofSeconds(20),
          "a quiet server",
          () -> {
            String name = receiver.rotate();
            return name != null && ended.add(name);
          });
      assertThat(WalSegment.parse(ended.get(0), 16 << 20).end())
          .as("end of the segment that ended last")
          .isGreaterThan(written);
      Await.until(
          Duration.ofSeconds(20),
          "the segment in the spool",
          () -> Files.exists(spool.resolve(ended.get(0))));

      server.execute("INSERT INTO quiet VALUES (2)");
      assertThat(receiver.rotate()).as("something was written again").isNull();
    }
  }

  private static PostgresScratch restore(String name, RecoveryGoal goal) throws Exception {
    Path home = Files.createDirectory(folder.resolve(name));
    Path data = home.resolve("data");
    Path wal = Files.createDirectory(home.resolve("wal"));
    PostgresExecutor executor = new PostgresExecutor(server.options(), () -> "unused");
    executor.restore(
        manifest, offset -> repository.open(manifest, offset, ProgressMeter.silent()), data);
    Lsn start = Lsn.parse(manifest.facts().position(PostgresExecutor.START));
    archive.fetch(WalSegment.containing(1, start, 16 << 20), null, wal);
    PostgresRecovery.prepare(data, wal, goal);
    return PostgresScratch.start(
        server.options().binaries(), home, data, "postgres", Duration.ofMinutes(1));
  }
}
