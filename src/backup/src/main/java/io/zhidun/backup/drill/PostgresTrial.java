package io.zhidun.backup.drill;

import io.zhidun.backup.executor.Lsn;
import io.zhidun.backup.executor.PostgresExecutor;
import io.zhidun.backup.executor.PostgresOptions;
import io.zhidun.backup.executor.PostgresRecovery;
import io.zhidun.backup.executor.PostgresScratch;
import io.zhidun.backup.executor.RecoveryGoal;
import io.zhidun.backup.executor.WalArchive;
import io.zhidun.backup.executor.WalSegment;
import io.zhidun.backup.repository.Facts;
import io.zhidun.backup.repository.Manifest;
import io.zhidun.backup.repository.Measure;
import io.zhidun.backup.repository.ProgressMeter;
import io.zhidun.backup.repository.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A PostgreSQL, restored with its log to the point where it was counted and started where nobody
 * else reaches it.
 */
public final class PostgresTrial implements Trial {
  private final PostgresOptions options;
  private final WalArchive archive;
  private final Duration patience;

  /**
   * @param patience how long a recovery may take
   */
  public PostgresTrial(PostgresOptions options, WalArchive archive, Duration patience) {
    this.options = options;
    this.archive = archive;
    this.patience = patience;
  }

  @Override
  public Restored restore(
      Repository repository,
      Manifest manifest,
      Path scratch,
      StopWatch watch,
      ProgressMeter progress)
      throws IOException, InterruptedException {
    Facts facts = manifest.facts();
    Path data = scratch.resolve("data");
    Path wal = Files.createDirectory(scratch.resolve("wal"));
    boolean counted = facts.positions().containsKey(PostgresExecutor.POINT);
    if (counted) {
      fetchLog(facts, wal);
      watch.done("fetch log");
    }
    RecoveryGoal goal =
        counted
            ? RecoveryGoal.point(facts.position(PostgresExecutor.POINT))
            : RecoveryGoal.latest();
    PostgresExecutor.restore(
        manifest,
        offset -> repository.open(manifest, offset, progress),
        data,
        folder -> PostgresRecovery.prepare(folder, wal, goal));
    watch.done("restore base backup");
    PostgresScratch server =
        PostgresScratch.start(options.binaries(), scratch, data, options.user(), patience);
    watch.done("recover and start");
    return new Started(server, options.databases());
  }

  private void fetchLog(Facts facts, Path wal) throws IOException {
    long bytes = Long.parseLong(facts.position(PostgresExecutor.SEGMENT));
    long timeline = Long.parseLong(facts.position(PostgresExecutor.TIMELINE));
    Lsn start = Lsn.parse(facts.position(PostgresExecutor.START));
    Lsn point = Lsn.parse(facts.position(PostgresExecutor.POINT_LSN));
    WalSegment last = WalSegment.containing(timeline, point, bytes);
    archive.fetch(WalSegment.containing(timeline, start, bytes), last, wal);
    if (!Files.exists(wal.resolve(last.name()))) {
      throw new IOException(
          "the log ends before the point of counting: " + last.name() + " is not archived yet");
    }
  }

  private record Started(PostgresScratch server, List<String> databases) implements Restored {
    @Override
    public List<Measure> measure() throws IOException, InterruptedException {
      List<Measure> measures = new ArrayList<>();
      for (String database : databases) {
        measures.addAll(server.measure(database));
      }
      return measures;
    }

    @Override
    public String ask(SqlCheck check) throws IOException, InterruptedException {
      List<List<String>> rows = server.query(check.database(), check.sql());
      return rows.isEmpty() ? "" : rows.get(0).get(0);
    }

    @Override
    public void close() {
      server.close();
    }
  }
}
