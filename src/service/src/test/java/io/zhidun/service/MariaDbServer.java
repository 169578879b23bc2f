package io.zhidun.service;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Assumptions;

/** A real MariaDB from Debian's package, in a directory of its own, for one test class. */
public final class MariaDbServer implements AutoCloseable {
  private final Path directory;
  private final Process process;

  private MariaDbServer(Path directory, Process process) {
    this.directory = directory;
    this.process = process;
  }

  /** Starts a server, or skips the test where the packages are not installed. */
  public static MariaDbServer start() throws IOException, InterruptedException {
    Assumptions.assumeTrue(
        Files.isExecutable(Path.of("/usr/bin/mariadb-backup")),
        "skipped: the Debian packages mariadb-server and mariadb-backup are not installed");
    Path directory = Files.createTempDirectory("zhidun-mariadb");
    run(List.of("chown", "mysql", directory.toString()));
    Path data = directory.resolve("data");
    run(
        List.of(
            "mariadb-install-db",
            "--no-defaults",
            "--user=mysql",
            "--datadir=" + data,
            "--auth-root-authentication-method=normal",
            "--skip-test-db"));
    Process process =
        new ProcessBuilder(
                "mariadbd",
                "--no-defaults",
                "--user=mysql",
                "--datadir=" + data,
                "--socket=" + directory.resolve("socket"),
                "--skip-networking",
                "--log-bin=bin",
                "--server-id=1",
                "--innodb-flush-log-at-trx-commit=2")
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("log").toFile())
            .start();
    MariaDbServer server = new MariaDbServer(directory, process);
    Awaitility.await()
        .atMost(30, TimeUnit.SECONDS)
        .ignoreExceptions()
        .until(() -> server.query("SELECT 1").equals("1"));
    return server;
  }

  public Path socket() {
    return directory.resolve("socket");
  }

  /** What the statements print, without headings. */
  public String query(String sql) throws IOException, InterruptedException {
    return run(
        List.of(
            "mariadb",
            "--no-defaults",
            "--user=root",
            "--socket=" + socket(),
            "--batch",
            "--skip-column-names",
            "--execute=" + sql));
  }

  private static String run(List<String> command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command)
            .directory(Path.of("/").toFile())
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException(command.get(0) + " failed: " + output);
    }
    return output.strip();
  }

  @Override
  public void close() throws IOException, InterruptedException {
    process.destroy();
    if (!process.waitFor(10, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
    try (Stream<Path> files = Files.walk(directory)) {
      files.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
    }
  }
}
