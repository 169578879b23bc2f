package io.zhidun.benchmarks.backup;

import io.zhidun.backup.drill.Drill;
import io.zhidun.backup.drill.DrillRecord;
import io.zhidun.backup.drill.PostgresTrial;
import io.zhidun.backup.drill.SqlCheck;
import io.zhidun.backup.drill.Trial;
import io.zhidun.backup.executor.Folders;
import io.zhidun.backup.executor.LogReceiver;
import io.zhidun.backup.executor.PostgresOptions;
import io.zhidun.backup.executor.PostgresScratch;
import io.zhidun.backup.executor.RecoveryGoal;
import io.zhidun.backup.repository.Manifest;
import io.zhidun.backup.repository.ProgressMeter;
import io.zhidun.backup.run.BackupConfig;
import io.zhidun.backup.run.Backups;
import io.zhidun.backup.run.SourceKind;
import io.zhidun.backup.run.SourceSpec;
import io.zhidun.backup.run.VaultKeys;
import io.zhidun.benchmarks.Figure;
import io.zhidun.testkit.Ports;
import io.zhidun.trust.keys.KeyLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A PostgreSQL under pgbench is backed up and restored to single transactions: beside pgbench's,
 * one client writes a row a transaction and notes its id, so that a restore to that id must end
 * with just that row. Then a drill, and another that loses one row.
 */
final class PointInTime {
  private static final int ROWS = 2000;
  private static final int SECONDS = 40;
  private static final int SCALE = 10;
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private final Path folder;
  private final SecureRandom random = new SecureRandom();

  /**
   * @param folder that is not there yet, below one that the user postgres can pass through
   */
  PointInTime(Path folder) throws IOException {
    this.folder = Files.createDirectory(folder);
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
    for (String name : List.of("state", "scratch", "store", "server", "restored")) {
      Path made = Files.createDirectory(folder.resolve(name));
      Files.setPosixFilePermissions(made, PosixFilePermissions.fromString("rwx--x--x"));
    }
  }

  List<Figure> run(int points) throws IOException, InterruptedException {
    try (BusyPostgres server = new BusyPostgres(folder.resolve("server"), Ports.free(), SCALE)) {
      BackupConfig config = config(server);
      KeyLock.newKeyFile(folder.resolve("key"), random);
      VaultKeys.create(config, Instant.now(), random);
      try (Backups backups =
          new Backups(
              config, VaultKeys.of(VaultKeys.open(config, random)), Clock.systemUTC(), random)) {
        SourceSpec source = config.sources().get(0);
        List<Long> ids = work(server, backups, source);
        List<Figure> figures = new ArrayList<>();
        figures.add(exact(backups, source, ids, points));
        figures.addAll(drills(backups, source));
        return figures;
      }
    } catch (SQLException e) {
      throw new IOException("PostgreSQL: " + e.getMessage(), e);
    }
  }

  private BackupConfig config(BusyPostgres server) throws IOException {
    Path file = folder.resolve("backup.yml");
    Files.writeString(
        file,
        """
        installation: bench
        state: %1$s/state
        scratch: %1$s/scratch
        keys: {vault: %1$s/vault, key-file: %1$s/key}
        targets:
          store: {kind: directory, path: %1$s/store}
        sources:
          - {system: bench, name: core, tier: T1, targets: [store], kind: postgresql,
             binaries: %2$s, host: 127.0.0.1, port: %3$d, user: postgres, databases: [postgres]}
        """
            .formatted(folder, server.binaries(), server.port()));
    return BackupConfig.read(file);
  }

  /** Backs up in the middle of the work; ids of the transactions by the rows they wrote. */
  private static List<Long> work(BusyPostgres server, Backups backups, SourceSpec source)
      throws IOException, InterruptedException, SQLException {
    server.execute("CREATE TABLE ledger (row bigint)");
    try (LogReceiver receiver = backups.receive(source)) {
      Process bench = server.work(SECONDS);
      List<Long> ids = new ArrayList<>();
      write(server, ids, ROWS / 4);
      backups.run(source, progress -> {});
      write(server, ids, ROWS);
      bench.waitFor();
      server.execute("SELECT pg_switch_wal()");
      server.execute("CHECKPOINT");
      server.execute("SELECT pg_switch_wal()");
      for (int rest = 0; rest < 5 && receiver.isAlive(); ) {
        rest = backups.ship(source) == 0 ? rest + 1 : 0;
        Thread.sleep(1000);
      }
      return ids;
    }
  }

  private static void write(BusyPostgres server, List<Long> ids, int until) throws SQLException {
    try (Connection connection = server.connect();
        Statement statement = connection.createStatement()) {
      while (ids.size() < until) {
        try (ResultSet row =
            statement.executeQuery(
                "INSERT INTO ledger VALUES ("
                    + ids.size()
                    + ") RETURNING pg_current_xact_id()::text")) {
          row.next();
          ids.add(Long.parseLong(row.getString(1)));
        }
      }
    }
  }

  private Figure exact(Backups backups, SourceSpec source, List<Long> ids, int points)
      throws IOException, InterruptedException {
    SplittableRandom choice = new SplittableRandom(30);
    PostgresOptions options = ((SourceKind.Postgres) source.kind()).options();
    int exact = 0;
    for (int point = 0; point < points; point++) {
      int row = ROWS / 4 + 50 + choice.nextInt(ROWS * 3 / 4 - 100);
      Path home = folder.resolve("restored").resolve("point-" + point);
      Files.createDirectory(home);
      Path data = home.resolve("data");
      backups.restore(
          source, "latest", RecoveryGoal.transaction(ids.get(row)), data, progress -> {});
      try (PostgresScratch scratch =
          PostgresScratch.start(options.binaries(), home, data, "postgres", PATIENCE)) {
        List<String> found =
            scratch.query("postgres", "SELECT count(*), max(row) FROM ledger").get(0);
        exact += found.equals(List.of("" + (row + 1), "" + row)) ? 1 : 0;
      }
      Folders.delete(home);
    }
    return Figure.exactly(
        "backup", "restores exact to the transaction asked for", exact, "restores", points);
  }

  private List<Figure> drills(Backups backups, SourceSpec source)
      throws IOException, InterruptedException {
    Manifest manifest = backups.find(source, "latest");
    PostgresOptions options = ((SourceKind.Postgres) source.kind()).options();
    Trial honest = new PostgresTrial(options, backups.archive(source), PATIENCE);
    Trial losing =
        (repository, backup, scratch, watch, progress) -> {
          Trial.Restored restored = honest.restore(repository, backup, scratch, watch, progress);
          restored.ask(
              new SqlCheck("postgres", "DELETE FROM pgbench_accounts WHERE aid = 77777", ""));
          return restored;
        };
    DrillRecord whole = drill(backups, source, manifest, "whole", honest);
    DrillRecord lost = drill(backups, source, manifest, "lost", losing);
    int found = lost.faults().stream().anyMatch(f -> f.contains("pgbench_accounts has")) ? 1 : 0;
    return List.of(
        Figure.exactly(
            "backup", "drills of a whole backup that pass", whole.passed() ? 1 : 0, "drills", 1),
        Figure.exactly("backup", "lost rows that a drill finds", found, "rows", 1),
        Figure.plain(
            "backup",
            "drill of a PostgreSQL, until it answers",
            whole.rto().toMillis() / 1e3,
            "s"));
  }

  private DrillRecord drill(
      Backups backups, SourceSpec source, Manifest manifest, String id, Trial trial)
      throws IOException, InterruptedException {
    Path scratch = Files.createDirectory(folder.resolve("scratch").resolve(id));
    return new Drill(backups.first(source), Clock.systemUTC())
        .run(
            id,
            "bench",
            manifest,
            backups.config().policies().tier(source.tier()),
            trial,
            List.of(),
            Instant.now(),
            scratch,
            ProgressMeter.silent());
  }
}
