package io.zhidun.backup.drill;

import io.zhidun.backup.executor.BinlogArchive;
import io.zhidun.backup.executor.MariaDbExecutor;
import io.zhidun.backup.executor.MariaDbOptions;
import io.zhidun.backup.executor.MariaDbRecovery;
import io.zhidun.backup.executor.MariaDbScratch;
import io.zhidun.backup.repository.Facts;
import io.zhidun.backup.repository.Manifest;
import io.zhidun.backup.repository.Measure;
import io.zhidun.backup.repository.ProgressMeter;
import io.zhidun.backup.repository.Repository;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A MariaDB, restored and started where nobody else reaches it. */
public final class MariaDbTrial implements Trial {
  private final MariaDbOptions options;
  private final BinlogArchive archive;
  private final Duration patience;

  /**
   * @param archive goes on from where the backup ended to where it was counted
   * @param patience how long a recovery may take
   */
  public MariaDbTrial(MariaDbOptions options, BinlogArchive archive, Duration patience) {
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
    Path data = scratch.resolve("data");
    new MariaDbExecutor(options, false)
        .restore(manifest, offset -> repository.open(manifest, offset, progress), data);
    watch.done("restore");
    recover(manifest.facts(), scratch, data, watch);
    MariaDbScratch server = MariaDbScratch.start(scratch, data, options.databases(), patience);
    watch.done("start");
    return new Started(server);
  }

  private void recover(Facts facts, Path scratch, Path data, StopWatch watch)
      throws IOException, InterruptedException {
    String counted = facts.positions().get(MariaDbExecutor.COUNTED);
    String ended = facts.positions().get(MariaDbExecutor.BINLOG);
    if (counted != null && ended != null && !counted.equals(ended)) {
      new MariaDbRecovery(archive, patience).toPosition(scratch, data, ended, counted);
      watch.done("recover");
    }
  }

  private record Started(MariaDbScratch server) implements Restored {
    @Override
    public List<Measure> measure() throws IOException, InterruptedException {
      return server.measure();
    }

    @Override
    public String ask(SqlCheck check) throws IOException, InterruptedException {
      List<List<String>> rows =
          server.query("USE `" + check.database().replace("`", "``") + "`; " + check.sql());
      return rows.isEmpty() ? "" : rows.get(0).get(0);
    }

    @Override
    public void close() {
      server.close();
    }
  }
}
