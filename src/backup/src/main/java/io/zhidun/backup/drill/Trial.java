package io.zhidun.backup.drill;

import io.zhidun.backup.repository.Manifest;
import io.zhidun.backup.repository.Measure;
import io.zhidun.backup.repository.ProgressMeter;
import io.zhidun.backup.repository.Repository;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Restores a backup of one kind where nobody sees it, and looks at it. */
public interface Trial {
  /**
   * Restores and lets it answer.
   *
   * @param scratch an empty folder, deleted afterwards
   * @param watch is told when each step is done
   * @param progress is told of the backup's bytes as they are restored
   */
  Restored restore(
      Repository repository,
      Manifest manifest,
      Path scratch,
      StopWatch watch,
      ProgressMeter progress)
      throws IOException, InterruptedException;

  /** Restored data, for as long as it is looked at. */
  interface Restored extends AutoCloseable {
    /** Counts as the backup did. */
    List<Measure> measure() throws IOException, InterruptedException;

    /** The first column of the first row, or "" where there is none. */
    String ask(SqlCheck check) throws IOException, InterruptedException;

    @Override
    void close();
  }
}
