package io.zhidun.benchmarks.backup;

import io.zhidun.backup.executor.Folders;
import io.zhidun.benchmarks.Figure;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The same folder by our command line, by {@code tar | zstd | openssl enc -sm4-ctr} and by restic,
 * in turn; a megabyte is 10^6 bytes of the source, a CPU second one of all processes together.
 */
final class SpeedRounds {
  private static final String KEY = "00112233445566778899aabbccddeeff";

  private final Path checkout;
  private final Path work;
  private final Path data;
  private final double megabytes;

  SpeedRounds(Path checkout, Path work, Path data, long bytes) {
    this.checkout = checkout;
    this.work = work;
    this.data = data;
    this.megabytes = bytes / 1e6;
  }

  List<Figure> run(int rounds) throws IOException, InterruptedException {
    List<Double> ours = new ArrayList<>();
    List<Double> pipe = new ArrayList<>();
    List<Double> restic = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      ours.add(ours());
      pipe.add(pipe());
      restic.add(restic());
      System.err.printf(
          "round %d: ours %.1f, pipe %.1f, restic %.1f MB/CPU-s%n",
          round + 1, ours.get(round), pipe.get(round), restic.get(round));
    }
    double us = median(ours);
    double them = median(pipe);
    double other = median(restic);
    return List.of(
        Figure.plain("backup", "backup stream", us, "MB/CPU-s"),
        Figure.plain("backup", "tar | zstd | openssl enc -sm4-ctr", them, "MB/CPU-s"),
        Figure.plain("backup", "restic", other, "MB/CPU-s"),
        Figure.atLeast("backup", "backup stream / pipe", us / them, "ratio", 0.8),
        Figure.atLeast("backup", "backup stream / restic", us / other, "ratio", 1.0));
  }

  private double ours() throws IOException, InterruptedException {
    BackupSite site = new BackupSite(checkout, work.resolve("ours"), data);
    double before = ChildCpu.seconds();
    site.finish(site.start("run"));
    double used = ChildCpu.seconds() - before;
    Folders.delete(site.folder());
    return megabytes / used;
  }

  private double pipe() throws IOException, InterruptedException {
    Path out = work.resolve("pipe");
    double before = ChildCpu.seconds();
    List<Process> pipe =
        ProcessBuilder.startPipeline(
            List.of(
                command("tar", "--create", "--directory=" + data, "."),
                command("zstd", "--quiet", "--stdout", "-3"),
                command("openssl", "enc", "-sm4-ctr", "-K", KEY, "-iv", KEY)
                    .redirectOutput(out.toFile())));
    for (Process process : pipe) {
      if (process.waitFor() != 0) {
        throw new IOException("the pipe failed");
      }
    }
    double used = ChildCpu.seconds() - before;
    Files.delete(out);
    return megabytes / used;
  }

  private double restic() throws IOException, InterruptedException {
    Path repository = work.resolve("restic");
    restic(repository, "init");
    double before = ChildCpu.seconds();
    restic(repository, "backup", data.toString());
    double used = ChildCpu.seconds() - before;
    Folders.delete(repository);
    return megabytes / used;
  }

  private static void restic(Path repository, String... more)
      throws IOException, InterruptedException {
    List<String> words =
        new ArrayList<>(List.of("restic", "--quiet", "--no-cache", "--repo=" + repository));
    words.addAll(List.of(more));
    ProcessBuilder builder = command(words.toArray(String[]::new));
    builder.environment().put("RESTIC_PASSWORD", KEY);
    if (builder.start().waitFor() != 0) {
      throw new IOException("restic failed; is the Debian package restic installed?");
    }
  }

  private static ProcessBuilder command(String... words) {
    return new ProcessBuilder(words)
        .redirectError(ProcessBuilder.Redirect.appendTo(new File("/dev/null")));
  }

  private static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    return sorted.get(sorted.size() / 2);
  }
}
