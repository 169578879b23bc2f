package io.zhidun.backup.drill;

import io.zhidun.backup.executor.ElasticsearchExecutor;
import io.zhidun.backup.executor.ElasticsearchScratch;
import io.zhidun.backup.executor.FilesExecutor;
import io.zhidun.backup.repository.Facts;
import io.zhidun.backup.repository.Manifest;
import io.zhidun.backup.repository.Measure;
import io.zhidun.backup.repository.ProgressMeter;
import io.zhidun.backup.repository.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Indices, restored into an Elasticsearch that is started for them and by itself. */
public final class ElasticsearchTrial implements Trial {
  private final Path program;
  private final Duration patience;

  /**
   * @param program folder of what is started, as {@link ElasticsearchScratch#start} takes it
   */
  public ElasticsearchTrial(Path program, Duration patience) {
    this.program = program;
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
    Path home = Files.createDirectory(scratch.resolve("elasticsearch"));
    Path snapshots = Files.createDirectory(ElasticsearchScratch.snapshots(home));
    Path folder = snapshots.resolve("backup");
    new FilesExecutor(folder)
        .restore(manifest, offset -> repository.open(manifest, offset, progress), folder);
    watch.done("restore files");
    ElasticsearchScratch server = ElasticsearchScratch.start(program, home, patience);
    watch.done("start");
    try {
      server.restore(folder, manifest.facts().position(ElasticsearchExecutor.SNAPSHOT));
      watch.done("restore indices");
      return new Started(server, manifest.facts());
    } catch (IOException | InterruptedException | RuntimeException e) {
      server.close();
      throw e;
    }
  }

  private record Started(ElasticsearchScratch server, Facts facts) implements Restored {
    @Override
    public List<Measure> measure() throws IOException, InterruptedException {
      return server.measure(facts);
    }

    /** The number of documents of {@code database} that match {@code sql}. */
    @Override
    public String ask(SqlCheck check) throws IOException, InterruptedException {
      return server.count(check.database(), check.sql());
    }

    @Override
    public void close() {
      server.close();
    }
  }
}
