package io.zhidun.benchmarks.backup;

import io.zhidun.backup.executor.FilesExecutor;
import io.zhidun.backup.executor.Folders;
import io.zhidun.backup.repository.Measure;
import io.zhidun.benchmarks.Figure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

/**
 * Kills backups and restores at random moments, as {@code kill -9} does; nothing may show then, and
 * the next run must end with the data that was there.
 */
final class KillPoints {
  private final Path checkout;
  private final Path work;
  private final Path data;
  private final Measure truth;
  private final SplittableRandom random = new SplittableRandom(20);

  KillPoints(Path checkout, Path work, Path data) throws IOException {
    this.checkout = checkout;
    this.work = work;
    this.data = data;
    this.truth = FilesExecutor.measure(data);
  }

  List<Figure> run(int points) throws IOException, InterruptedException {
    long backup = 0;
    long restore = 0;
    BackupSite whole = new BackupSite(checkout, work.resolve("whole"), data);
    long backupMillis = timed(whole, "run");
    String[] restoring = restoring(whole);
    long restoreMillis = timed(whole, restoring);
    Folders.delete(restored(whole));
    int killed = 0;
    for (int point = 0; point < points; point++) {
      BackupSite site = killed(backupMillis);
      killed++;
      boolean hidden = site.visible() == 0;
      site.finish(site.start("run"));
      site.finish(site.start(restoring(site)));
      backup += hidden && FilesExecutor.measure(restored(site)).equals(truth) ? 1 : 0;
      Folders.delete(site.folder());
    }
    for (int point = 0; point < points; point++) {
      while (!kill(whole.start(restoring), restoreMillis)) {
        Folders.delete(restored(whole));
      }
      killed++;
      boolean hidden = Files.notExists(restored(whole));
      whole.finish(whole.start(restoring));
      restore += hidden && FilesExecutor.measure(restored(whole)).equals(truth) ? 1 : 0;
      Folders.delete(restored(whole));
    }
    return List.of(
        Figure.exactly("backup", "processes killed", killed, "runs", 2.0 * points),
        Figure.exactly("backup", "killed backups that went on whole", backup, "runs", points),
        Figure.exactly("backup", "killed restores that went on whole", restore, "runs", points));
  }

  /** A run that ends before its moment is no kill, and is tried again from the beginning. */
  private BackupSite killed(long backupMillis) throws IOException, InterruptedException {
    BackupSite site = new BackupSite(checkout, work.resolve("killed"), data);
    while (!kill(site.start("run"), backupMillis)) {
      Folders.delete(site.folder());
      site = new BackupSite(checkout, work.resolve("killed"), data);
    }
    return site;
  }

  private long timed(BackupSite site, String... verb) throws IOException, InterruptedException {
    long begun = System.nanoTime();
    site.finish(site.start(verb));
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
  }

  /** Kills at a moment between the first tenth and nine tenths of what a whole run takes. */
  private boolean kill(Process process, long wholeMillis) throws InterruptedException {
    long wait = wholeMillis / 10 + random.nextLong(Math.max(1, wholeMillis * 8 / 10));
    boolean ended = process.waitFor(wait, TimeUnit.MILLISECONDS);
    process.destroyForcibly().waitFor();
    return !ended;
  }

  private static Path restored(BackupSite site) {
    return site.folder().resolve("restored");
  }

  private static String[] restoring(BackupSite site) {
    return new String[] {"restore", "bench/data", "--into", restored(site).toString()};
  }
}
