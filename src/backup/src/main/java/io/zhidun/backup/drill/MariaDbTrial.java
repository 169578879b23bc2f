package io.zhidun.backup.drill;

import io.zhidun.backup.executor.MariaDbExecutor;
import io.zhidun.backup.executor.MariaDbOptions;
import io.zhidun.backup.executor.MariaDbScratch;
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
  private final Duration patience;

  public MariaDbTrial(MariaDbOptions options, Duration patience) {
    this.options = options;
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
    new MariaDbExecutor(options)
        .restore(manifest, offset -> repository.open(manifest, offset, progress), data);
    watch.done("restore");
    MariaDbScratch server = MariaDbScratch.start(scratch, data, options.databases(), patience);
    watch.done("start");
    return new Started(server);
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
