package io.zhidun.backup.drill;

import io.zhidun.backup.executor.ZhidunExecutor;
import io.zhidun.backup.repository.Manifest;
import io.zhidun.backup.repository.Measure;
import io.zhidun.backup.repository.ProgressMeter;
import io.zhidun.backup.repository.Repository;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * What a Zhidun is, restored, with its database opened. The keys are compared as they are sealed:
 * to open them takes people.
 */
public final class ZhidunTrial implements Trial {
  private final ZhidunExecutor executor;

  public ZhidunTrial(ZhidunExecutor executor) {
    this.executor = executor;
  }

  @Override
  public Restored restore(
      Repository repository,
      Manifest manifest,
      Path scratch,
      StopWatch watch,
      ProgressMeter progress)
      throws IOException, InterruptedException {
    Path into = scratch.resolve("zhidun");
    executor.restore(manifest, offset -> repository.open(manifest, offset, progress), into);
    watch.done("restore");
    return new Restored() {
      @Override
      public List<Measure> measure() throws IOException {
        return executor.measure(into, scratch);
      }

      @Override
      public String ask(SqlCheck check) throws IOException {
        return executor.query(into, check.sql());
      }

      @Override
      public void close() {}
    };
  }
}
