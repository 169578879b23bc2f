package io.zhidun.benchmarks.backup;

import io.zhidun.backup.executor.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A PostgreSQL of Debian's package with pgbench's tables. */
final class BusyPostgres implements AutoCloseable {
  private static final boolean ADMINISTRATOR = "root".equals(System.getProperty("user.name"));
  private static final int PATIENCE_SECONDS = 60;

  private final Path binaries;
  private final Path home;
  private final int port;
  private final Process server;

  /**
   * @param home an empty folder that the system's user postgres can pass to
   * @param scale pgbench's: 100,000 accounts each
   */
  BusyPostgres(Path home, int port, int scale) throws IOException, InterruptedException {
    this.binaries = newest();
    this.home = home;
    this.port = port;
    if (ADMINISTRATOR) {
      Program.of("chown", "postgres", home.toString()).run();
    }
    String data = home.resolve("data").toString();
    Program.of(
            unprivileged(
                binaries.resolve("initdb").toString(),
                "--pgdata=" + data,
                "--username=postgres",
                "--auth=trust",
                "--encoding=UTF8",
                "--locale=C.UTF-8"))
        .run();
    this.server =
        process(
            unprivileged(
                binaries.resolve("postgres").toString(),
                "-D",
                data,
                "-p",
                Integer.toString(port),
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                "unix_socket_directories="));
    await();
    Program.of(pgbench("--initialize", "--quiet", "--scale=" + scale)).run();
  }

  private static Path newest() throws IOException {
    try (Stream<Path> versions = Files.list(Path.of("/usr/lib/postgresql"))) {
      return versions
          .map(version -> version.resolve("bin"))
          .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
          .max(Comparator.naturalOrder())
          .orElseThrow(() -> new IOException("the Debian package postgresql is not installed"));
    }
  }

  private static List<String> unprivileged(String... command) {
    List<String> all = new ArrayList<>();
    if (ADMINISTRATOR) {
      all.addAll(List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"));
    }
    all.addAll(List.of(command));
    return all;
  }

  private Process process(List<String> command) throws IOException {
    Path words = home.resolveSibling("postgres-words");
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(words.toFile()))
        .start();
  }

  private void await() throws IOException, InterruptedException {
    for (int look = 0; look < 10 * PATIENCE_SECONDS && server.isAlive(); look++) {
      try (Connection connection = connect()) {
        if (connection.isValid(1)) {
          return;
        }
      } catch (SQLException e) {
        Thread.sleep(100);
      }
    }
    throw new IOException(
        "PostgreSQL did not come up: " + Files.readString(home.resolveSibling("postgres-words")));
  }

  private List<String> pgbench(String... more) {
    List<String> command = new ArrayList<>();
    command.add(binaries.resolve("pgbench").toString());
    command.addAll(List.of(more));
    command.addAll(
        List.of("--host=127.0.0.1", "--port=" + port, "--username=postgres", "postgres"));
    return command;
  }

  /** Starts pgbench's own workload. */
  Process work(int seconds) throws IOException {
    return process(pgbench("--client=4", "--time=" + seconds, "--no-vacuum"));
  }

  Connection connect() throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + port + "/postgres", "postgres", "");
  }

  void execute(String sql) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  Path binaries() {
    return binaries;
  }

  int port() {
    return port;
  }

  @Override
  public void close() {
    server.destroy();
    try {
      if (!server.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        server.destroyForcibly();
      }
    } catch (InterruptedException e) {
      server.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
