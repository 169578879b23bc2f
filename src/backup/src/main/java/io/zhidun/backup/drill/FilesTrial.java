package io.zhidun.backup.drill;

import io.zhidun.backup.executor.FilesExecutor;
import io.zhidun.backup.repository.Manifest;
import io.zhidun.backup.repository.Measure;
import io.zhidun.backup.repository.ProgressMeter;
import io.zhidun.backup.repository.Repository;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Files, restored into a folder and read again. */
public final class FilesTrial implements Trial {
  @Override
  public Restored restore(
      Repository repository,
      Manifest manifest,
      Path scratch,
      StopWatch watch,
      ProgressMeter progress)
      throws IOException, InterruptedException {
    Path into = scratch.resolve("files");
    new FilesExecutor(into)
        .restore(manifest, offset -> repository.open(manifest, offset, progress), into);
    watch.done("restore");
    return new Restored() {
      @Override
      public List<Measure> measure() throws IOException {
        return List.of(FilesExecutor.measure(into));
      }

      @Override
      public String ask(SqlCheck check) throws IOException {
        throw new IOException("files answer no SQL");
      }

      @Override
      public void close() {}
    };
  }
}
