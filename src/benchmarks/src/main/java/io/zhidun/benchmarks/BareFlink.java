package io.zhidun.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The common workload's bare Flink job: a file, regular expressions, every field parsed, both
 * rules, nothing else. Compiled from its source, run in a JVM of its own, three passes each.
 */
final class BareFlink {
  private static final Pattern PASS =
      Pattern.compile("pass (\\d+): +([\\d,]+) ev/CPU-s.*ssh (\\d+)/(\\d+) web (\\d+)/(\\d+)");

  private final Path shared;
  private final Path folder;
  private String classpath = "";

  BareFlink(Path shared, Path folder) {
    this.shared = shared;
    this.folder = folder;
  }

  /** Fetches the job's libraries and compiles it. */
  void prepare() throws IOException, InterruptedException {
    Path classes = Files.createDirectories(folder.resolve("bare-classes"));
    Path libraries = folder.resolve("bare.classpath");
    Path pom = Files.copy(shared.resolve("jvm/pom-flink.xml"), folder.resolve("pom.xml"));
    run(
        List.of(
            "mvn",
            "-q",
            "-B",
            "-f",
            pom.toString(),
            "dependency:build-classpath",
            "-Dmdep.outputFile=" + libraries));
    String jars = Files.readString(libraries).strip();
    run(
        List.of(
            "javac",
            "-nowarn",
            "-cp",
            jars,
            "-d",
            classes.toString(),
            shared.resolve("jvm/Common.java").toString(),
            shared.resolve("jvm/FlinkB.java").toString()));
    classpath = classes + ":" + jars;
  }

  /** Lines per CPU second of each pass, the first one cold. */
  List<Double> passes(Path file) throws IOException, InterruptedException {
    Path log = Files.createTempFile(folder, "bare", ".log");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx2g",
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "-cp",
                classpath,
                "bench.FlinkB",
                file.toString(),
                "kpf-all")
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    process.waitFor();
    List<Double> figures = new ArrayList<>();
    for (String line : Files.readAllLines(log)) {
      Matcher matcher = PASS.matcher(line);
      if (matcher.find()) {
        figures.add(Double.parseDouble(matcher.group(2).replace(",", "")));
      }
    }
    if (figures.size() != 3) {
      throw new IOException("the bare job printed " + figures.size() + " passes, see " + log);
    }
    return figures;
  }

  private static void run(List<String> command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).inheritIO().start();
    if (process.waitFor() != 0) {
      throw new IOException(command.get(0) + " failed");
    }
  }
}
