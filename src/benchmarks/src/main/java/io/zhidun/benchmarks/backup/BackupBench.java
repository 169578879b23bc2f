package io.zhidun.benchmarks.backup;

import io.zhidun.backup.executor.Folders;
import io.zhidun.benchmarks.Figure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Flipped bytes, points in time, speed beside the pipe and restic, kill points, and memory. */
public final class BackupBench {
  private static final long SPEED_BYTES = 2_000_000_000L;
  private static final long KILL_BYTES = 150_000_000L;
  private static final int RESTORE_POINTS = 10;

  private final Path checkout;
  private final long size;
  private final int rounds;
  private final int points;
  private final int flips;

  /**
   * @param size bytes of the backup whose memory is looked at; others are no larger
   */
  public BackupBench(Path checkout, long size, int rounds, int points, int flips) {
    this.checkout = checkout;
    this.size = size;
    this.rounds = rounds;
    this.points = points;
    this.flips = flips;
  }

  public List<Figure> run() throws IOException, InterruptedException {
    Path work = Files.createTempDirectory("zhidun-bench-backup");
    // The user postgres must be able to pass to its own folder.
    Files.setPosixFilePermissions(work, PosixFilePermissions.fromString("rwx--x--x"));
    List<Figure> figures = new ArrayList<>();
    try {
      figures.add(new FlipTrial(work.resolve("flips")).run(flips));
      Path postgres = work.resolve("postgres");
      figures.addAll(new PointInTime(postgres).run(Math.min(points, RESTORE_POINTS)));
      Folders.delete(postgres);
      long speed = Math.min(size, SPEED_BYTES);
      Path data = data(work, speed);
      figures.addAll(new SpeedRounds(checkout, work, data, speed).run(rounds));
      Folders.delete(data);
      Path small = data(work, Math.min(size, KILL_BYTES));
      figures.addAll(new KillPoints(checkout, work, small).run(points));
      Folders.delete(small);
      Path large = data(work, size);
      figures.addAll(memory(new BackupSite(checkout, work.resolve("large"), large)));
      return figures;
    } finally {
      Folders.delete(work);
    }
  }

  private static Path data(Path work, long bytes) throws IOException {
    Path data = Files.createDirectory(work.resolve("data"));
    new BackupData(bytes).write(data, bytes);
    return data;
  }

  private List<Figure> memory(BackupSite site) throws IOException, InterruptedException {
    long begun = System.nanoTime();
    Process process = site.start("run");
    Path status = Path.of("/proc", Long.toString(process.pid()), "status");
    double peak = 0;
    while (!process.waitFor(200, TimeUnit.MILLISECONDS)) {
      peak = Math.max(peak, highWater(status));
    }
    site.finish(process);
    double seconds = (System.nanoTime() - begun) / 1e9;
    return List.of(
        Figure.atMost("backup", "peak memory of %.1f GB".formatted(size / 1e9), peak, "MiB", 256),
        Figure.plain("backup", "the same backup, by the clock", size / 1e6 / seconds, "MB/s"));
  }

  private static double highWater(Path status) {
    try {
      return Files.readString(status)
          .lines()
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024)
          .findFirst()
          .orElse(0);
    } catch (IOException e) {
      return 0; // It ended between the question and the look.
    }
  }
}
