package io.zhidun.backup.executor;

import io.zhidun.testkit.Await;
import io.zhidun.testkit.Ports;
import io.zhidun.testkit.Processes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** A real PostgreSQL from Debian's package that is backed up. */
public final class PostgresServer implements AutoCloseable {
  private final Path binaries;
  private final Processes processes;
  private final int port = Ports.free();

  private PostgresServer(Path binaries, Path folder) {
    this.binaries = binaries;
    this.processes = new Processes(folder);
  }

  /** Starts a server, or skips the test where the package is not installed. */
  public static PostgresServer start(Path folder) throws Exception {
    Optional<Path> binaries = binaries();
    Assumptions.assumeTrue(
        binaries.isPresent(), "skipped: the Debian package postgresql is not installed");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
    Path home = Files.createDirectory(folder.resolve("server"));
    if (asRoot()) {
      Program.of("chown", "postgres", home.toString()).run();
    }
    PostgresServer server = new PostgresServer(binaries.orElseThrow(), home);
    server.boot(home.resolve("data"));
    return server;
  }

  private void boot(Path data) throws Exception {
    Program.of(
            unprivileged(
                binaries.resolve("initdb").toString(),
                "-D",
                data.toString(),
                "-U",
                "postgres",
                "-A",
                "trust",
                "-E",
                "UTF8",
                "--locale=C.UTF-8",
                "--no-sync"))
        .run();
    processes.start(
        "postgres",
        new ProcessBuilder(
            unprivileged(
                binaries.resolve("postgres").toString(),
                "-D",
                data.toString(),
                "-p",
                Integer.toString(port),
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                "unix_socket_directories=",
                "-c",
                "fsync=off")));
    Await.until(
        Duration.ofSeconds(30),
        "postgres",
        () -> {
          try (Connection connection = connect()) {
            return connection.isValid(1);
          }
        });
  }

  Connection connect() throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + port + "/postgres", "postgres", "");
  }

  public void execute(String sql) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Starts pgbench's own workload; its tables must be there. */
  Process bench(int seconds) {
    return processes.start(
        "pgbench",
        new ProcessBuilder(pgbench(List.of("--client=2", "--time=" + seconds, "--no-vacuum"))));
  }

  void prepareBench() throws IOException, InterruptedException {
    Program.of(pgbench(List.of("--initialize", "--quiet"))).run();
  }

  private List<String> pgbench(List<String> more) {
    List<String> command = new ArrayList<>();
    command.add(binaries.resolve("pgbench").toString());
    command.addAll(more);
    command.addAll(List.of("-h", "127.0.0.1", "-p", "" + port, "-U", "postgres", "postgres"));
    return command;
  }

  public PostgresOptions options() {
    return new PostgresOptions(
        binaries, "127.0.0.1", port, "postgres", null, List.of("postgres"), Duration.ofSeconds(20));
  }

  @Override
  public void close() throws InterruptedException {
    processes.close();
  }

  private static Optional<Path> binaries() throws IOException {
    Path versions = Path.of("/usr/lib/postgresql");
    if (!Files.isDirectory(versions)) {
      return Optional.empty();
    }
    try (Stream<Path> found = Files.list(versions)) {
      return found
          .map(version -> version.resolve("bin"))
          .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
          .max(Comparator.naturalOrder());
    }
  }

  private static List<String> unprivileged(String... command) {
    List<String> all = new ArrayList<>();
    if (asRoot()) {
      all.addAll(List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"));
    }
    all.addAll(List.of(command));
    return all;
  }

  private static boolean asRoot() {
    return "root".equals(System.getProperty("user.name"));
  }
}
