package io.zhidun.grafana;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** The programs of Debian's package prometheus. */
final class Program {
  private Program() {}

  /** A program's path; the test is skipped where the package is missing. */
  static String of(String name) {
    Path path = Path.of("/usr/bin", name);
    Assumptions.assumeTrue(
        Files.isExecutable(path), path + " is missing: apt-get install prometheus");
    return path.toString();
  }

  /** What promtool says of the arguments, and how it ends. */
  static Said promtool(List<String> arguments) throws IOException, InterruptedException {
    List<String> line = new ArrayList<>(List.of(of("promtool")));
    line.addAll(arguments);
    Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("promtool did not end: " + text);
    }
    return new Said(process.exitValue(), text);
  }

  record Said(int exitCode, String text) {}
}
