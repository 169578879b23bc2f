package io.zhidun.service;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Assumptions;

/** A real PostgreSQL from Debian's package, in a directory of its own, for one test class. */
public final class PostgresServer implements AutoCloseable {
  private final Path binaries;
  private final Path directory;
  private final Process process;
  private final int port;

  private PostgresServer(Path binaries, Path directory, Process process, int port) {
    this.binaries = binaries;
    this.directory = directory;
    this.process = process;
    this.port = port;
  }

  /** Starts a server, or skips the test where the package is not installed. */
  public static PostgresServer start() throws IOException, InterruptedException {
    Optional<Path> binaries = installed();
    Assumptions.assumeTrue(
        binaries.isPresent(), "skipped: the Debian package postgresql is not installed");
    Path directory = Files.createTempDirectory("zhidun-postgres");
    if (asRoot()) {
      run(List.of("chown", "postgres", directory.toString()));
    }
    Path data = directory.resolve("data");
    Path bin = binaries.orElseThrow();
    run(
        unprivileged(
            bin.resolve("initdb").toString(),
            "-D",
            data.toString(),
            "-U",
            "postgres",
            "-A",
            "trust",
            "-E",
            "UTF8",
            "--locale=C.UTF-8",
            "--no-sync"));
    int port = freePort();
    Process process = launch(bin, data, directory, port);
    return accepting(new PostgresServer(bin, directory, process, port));
  }

  private static PostgresServer accepting(PostgresServer server) {
    Awaitility.await().atMost(30, TimeUnit.SECONDS).until(server::accepts);
    return server;
  }

  /** Starts a second server that follows this one and replays its log. */
  public PostgresServer standby() throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("zhidun-standby");
    if (asRoot()) {
      run(List.of("chown", "postgres", folder.toString()));
    }
    Path data = folder.resolve("data");
    run(
        unprivileged(
            binaries.resolve("pg_basebackup").toString(),
            "--pgdata=" + data,
            "--host=127.0.0.1",
            "--port=" + port,
            "--username=postgres",
            "--write-recovery-conf",
            "--checkpoint=fast",
            "--no-sync"));
    int own = freePort();
    Process started = launch(binaries, data, folder, own);
    return accepting(new PostgresServer(binaries, folder, started, own));
  }

  public Path binaries() {
    return binaries;
  }

  public int port() {
    return port;
  }

  /** One value. */
  public String query(String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url(), "postgres", "");
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }

  public void execute(String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url(), "postgres", "");
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static Process launch(Path bin, Path data, Path directory, int port) throws IOException {
    List<String> command =
        unprivileged(
            bin.resolve("postgres").toString(),
            "-D",
            data.toString(),
            "-p",
            Integer.toString(port),
            "-c",
            "listen_addresses=127.0.0.1",
            "-c",
            "unix_socket_directories=",
            "-c",
            "fsync=off");
    return new ProcessBuilder(command)
        .directory(directory.toFile())
        .redirectErrorStream(true)
        .redirectOutput(directory.resolve("log").toFile())
        .start();
  }

  public String url() {
    return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
  }

  private boolean accepts() {
    try (Connection connection = DriverManager.getConnection(url(), "postgres", "")) {
      return connection.isValid(1);
    } catch (SQLException e) {
      return false;
    }
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

  private static Optional<Path> installed() throws IOException {
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

  /** The server refuses to run as root. */
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

  private static void run(List<String> command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command)
            .directory(Path.of("/").toFile())
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException(command.get(0) + " failed: " + output);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
