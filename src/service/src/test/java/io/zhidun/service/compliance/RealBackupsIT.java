package io.zhidun.service.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.zhidun.backup.executor.MariaDbScratch;
import io.zhidun.backup.executor.PostgresScratch;
import io.zhidun.rules.compliance.record.AssetKind;
import io.zhidun.rules.compliance.record.Cell;
import io.zhidun.rules.compliance.record.Result;
import io.zhidun.service.MariaDbServer;
import io.zhidun.service.MutableClock;
import io.zhidun.service.PostgresServer;
import io.zhidun.service.TestDatabase;
import io.zhidun.service.asset.TestInventory;
import io.zhidun.service.backup.BackupFolder;
import io.zhidun.service.backup.BackupStack;
import io.zhidun.service.compliance.evidence.TestCollectors;
import io.zhidun.service.continuity.ContinuityStack;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * GB/T 22239-2019, 8.1.4.9 a, b and c, judged from a real PostgreSQL with a real standby and from a
 * real MariaDB: what is lost comes back, what is proven turns the items, and what is no longer true
 * turns them back. Another kind of source is one more {@link Kept}.
 */
class RealBackupsIT {
  private static final Instant NOW = Instant.parse("2026-11-27T08:00:00Z");
  private static final String SYSTEM = "review";
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  @TempDir private Path folder;
  private final MutableClock clock = new MutableClock(NOW);
  private PostgresServer postgres;
  private MariaDbServer mariaDb;
  private List<Kept> all;
  private HikariDataSource source;
  private BackupStack backups;
  private ContinuityStack continuity;
  private ComplianceStack compliance;

  /** A database of the office that is backed up. */
  private abstract static class Kept {
    final String asset;

    Kept(String asset) {
      this.asset = asset;
    }

    String title() {
      return SYSTEM + '/' + asset;
    }

    /** Its line of {@code backup.yml}. */
    abstract String line();

    /** Rows that are there. */
    abstract String rows() throws Exception;

    abstract void lose() throws Exception;

    /** What stands in a restored folder. */
    abstract String restored(Path home, Path data) throws Exception;
  }

  private Kept core() {
    return new Kept("review-database") {
      @Override
      String line() {
        return "{system: %s, name: %s, level: 3, tier: T1, targets: [far, near], kind: postgresql,"
                .formatted(SYSTEM, asset)
            + " binaries: %s, host: 127.0.0.1, port: %d, user: postgres, databases: [postgres],"
                .formatted(postgres.binaries(), postgres.port())
            + " checks: [{database: postgres, sql: \"SELECT count(*) > 0 FROM filings\","
            + " expect: t}]}";
      }

      @Override
      String rows() throws Exception {
        return postgres.query("SELECT count(*) FROM filings");
      }

      @Override
      void lose() throws Exception {
        postgres.execute("DROP TABLE filings");
      }

      @Override
      String restored(Path home, Path data) throws Exception {
        try (PostgresScratch server =
            PostgresScratch.start(postgres.binaries(), home, data, "postgres", PATIENCE)) {
          return server.query("postgres", "SELECT count(*) FROM filings").get(0).get(0);
        }
      }
    };
  }

  private Kept fees() {
    return new Kept("review-fees") {
      @Override
      String line() {
        return "{system: %s, name: %s, level: 3, tier: T1, targets: [near, far], kind: mariadb,"
                .formatted(SYSTEM, asset)
            + " socket: %s, user: root, databases: [office]}".formatted(mariaDb.socket());
      }

      @Override
      String rows() throws Exception {
        return mariaDb.query("SELECT COUNT(*) FROM office.fees");
      }

      @Override
      void lose() throws Exception {
        mariaDb.query("DROP DATABASE office");
      }

      @Override
      String restored(Path home, Path data) throws Exception {
        try (MariaDbScratch server =
            MariaDbScratch.start(home, data, List.of("office"), PATIENCE)) {
          return server.query("SELECT COUNT(*) FROM office.fees").get(0).get(0);
        }
      }
    };
  }

  @BeforeEach
  void open() throws Exception {
    postgres = PostgresServer.start();
    mariaDb = MariaDbServer.start();
    postgres.execute(
        "CREATE TABLE filings AS SELECT n AS id, md5(n::text) AS title"
            + " FROM generate_series(1, 5000) n");
    mariaDb.query(
        "CREATE DATABASE office; USE office; CREATE TABLE fees (id INT PRIMARY KEY, paid INT);"
            + " INSERT INTO fees SELECT seq, seq * 10 FROM seq_1_to_3000");
    all = List.of(core(), fees());
    // The servers' users must be able to pass through to the scratch folder.
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
    source = TestDatabase.h2();
    Path config = BackupFolder.at(folder, NOW).write(all.stream().map(Kept::line).toList());
    Files.setPosixFilePermissions(
        folder.resolve("scratch"), PosixFilePermissions.fromString("rwx--x--x"));
    backups = new BackupStack(source, config, clock);
    continuity =
        new ContinuityStack(source, folder.resolve("vault-of-service"), backups.states(), clock);
    compliance =
        new ComplianceStack(
            source,
            List.of(
                TestCollectors.backups(backups.states()),
                TestCollectors.redundancy(backups.states()),
                continuity.collector()),
            clock);
    TestInventory.fill(compliance.inventory, SYSTEM, NOW);
    TestInventory.add(compliance.inventory, SYSTEM, "review-fees", AssetKind.DATABASE, NOW);
  }

  @AfterEach
  void close() throws Exception {
    if (compliance != null) {
      compliance.runs.stop();
    }
    if (backups != null) {
      backups.close();
    }
    if (source != null) {
      source.close();
    }
    if (mariaDb != null) {
      mariaDb.close();
    }
    if (postgres != null) {
      postgres.close();
    }
  }

  /** Looks, judges, and gives the result of each letter of 8.1.4.9 that is asked for. */
  private List<Result> results(String asset, String letters) {
    clock.advance(Duration.ofSeconds(1));
    backups.look();
    for (String check : List.of("backup-job", "restore-drill", "replication", "failover")) {
      CheckRuns.Outcome outcome = compliance.runs.run(compliance.runs.require(check));
      assertThat(outcome.errors()).as(check).isEmpty();
    }
    List<Cell> cells = compliance.states.judge(SYSTEM).cells();
    return letters
        .chars()
        .mapToObj(letter -> "L3-8.1.4.9-" + (char) letter)
        .map(
            item ->
                cells.stream()
                    .filter(one -> one.item().equals(item) && one.object().equals(asset))
                    .findFirst()
                    .orElseThrow()
                    .result())
        .toList();
  }

  private void ship() throws Exception {
    // An idle server has nothing to switch.
    postgres.execute("SELECT pg_create_restore_point('tick')");
    postgres.execute("SELECT pg_switch_wal()");
    backups.shipLog(all.get(0).title());
  }

  private void backUpAll() throws Exception {
    for (Kept one : all) {
      backups.backUpAndVerify(one.title());
    }
    backups.shipLog(all.get(0).title());
  }

  private void drill(List<Kept> some) throws Exception {
    for (Kept one : some) {
      backups.drill(one.title());
    }
    clock.advance(Duration.ofSeconds(59));
    ship();
  }

  @Test
  void whatIsProvenMeetsTheItemsForAsLongAsItIsTrue() throws Exception {
    String core = all.get(0).asset;
    String fees = all.get(1).asset;
    assertThat(results(core, "abc")).as("nothing is backed up").containsOnly(Result.NOT_MET);
    assertThat(results(fees, "a")).containsOnly(Result.NOT_MET);

    try (AutoCloseable log = backups.receiveLog(all.get(0).title())) {
      backUpAll();
      assertThat(results(core, "ab")).as("never restored").containsOnly(Result.NOT_MET);
      drill(all);
      assertThat(results(core, "ab")).as("restored in drills").containsOnly(Result.MET);
      assertThat(results(fees, "a")).containsOnly(Result.MET);

      whatIsLostComesBack();
      theStandbyIsTheRedundancy(core);

      clock.advance(Duration.ofMinutes(5));
      assertThat(results(core, "ab")).as("late").containsExactly(Result.MET, Result.NOT_MET);
      ship();
      assertThat(results(core, "ab")).as("caught up").containsOnly(Result.MET);

      clock.advance(Duration.ofDays(40));
      backUpAll();
      assertThat(results(core, "ab")).as("drill overdue").containsOnly(Result.NOT_MET);
      assertThat(results(fees, "a")).containsOnly(Result.NOT_MET);
      drill(all.subList(0, 1));
      assertThat(results(core, "ab")).as("drilled again").containsOnly(Result.MET);
      assertThat(results(fees, "a")).as("not drilled again").containsOnly(Result.NOT_MET);
    }
  }

  private void whatIsLostComesBack() throws Exception {
    for (Kept one : all) {
      String rows = one.rows();
      Path home = Files.createDirectory(folder.resolve("restored-" + one.asset));
      one.lose();
      backups.restore(one.title(), home.resolve("data"));
      assertThat(one.restored(home, home.resolve("data"))).as(one.asset).isEqualTo(rows);
    }
    postgres.execute("CREATE TABLE filings AS SELECT 1 AS id");
    mariaDb.query("CREATE DATABASE office; CREATE TABLE office.fees (id INT PRIMARY KEY)");
  }

  private void theStandbyIsTheRedundancy(String core) throws Exception {
    continuity.plan(SYSTEM);
    assertThat(results(core, "c")).as("alone").containsOnly(Result.NOT_MET);
    try (PostgresServer standby = postgres.standby()) {
      Awaitility.await()
          .atMost(PATIENCE)
          .until(() -> results(core, "c").equals(List.of(Result.NO_EVIDENCE)));
      continuity.switchOver(SYSTEM, clock::advance);
      Awaitility.await()
          .atMost(PATIENCE)
          .until(() -> results(core, "c").equals(List.of(Result.MET)));
      assertThat(standby.query("SELECT pg_is_in_recovery()")).isEqualTo("t");
    }
    Awaitility.await()
        .atMost(PATIENCE)
        .until(() -> results(core, "c").equals(List.of(Result.NOT_MET)));
    ship();
  }
}
