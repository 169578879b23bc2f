package io.zhidun.backup.executor;

import io.zhidun.backup.repository.Measure;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A MariaDB that nobody else reaches, on restored data: no network, a socket in a folder of its
 * owner's, no events, nothing replicated. It runs as the system's user mysql where this process is
 * the administrator's.
 */
public final class MariaDbScratch implements AutoCloseable {
  private static final boolean ADMINISTRATOR = "root".equals(System.getProperty("user.name"));

  private final Program.Running server;
  private final MariaDbOptions options;

  private MariaDbScratch(Program.Running server, MariaDbOptions options) {
    this.server = server;
    this.options = options;
  }

  /**
   * Starts a server and waits until it answers.
   *
   * @param folder holds the data folder; becomes the server's user's
   * @param databases that are counted
   */
  public static MariaDbScratch start(
      Path folder, Path data, List<String> databases, Duration patience)
      throws IOException, InterruptedException {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    Path socket = folder.resolve("socket");
    List<String> command = new ArrayList<>(List.of("mariadbd", "--no-defaults"));
    if (ADMINISTRATOR) {
      Program.of("chown", "-R", "mysql:mysql", folder.toString()).run();
      command.add("--user=mysql");
    }
    command.addAll(
        List.of(
            "--datadir=" + data,
            "--socket=" + socket,
            "--skip-networking",
            "--skip-grant-tables",
            "--skip-slave-start",
            "--skip-log-bin",
            "--event-scheduler=DISABLED",
            "--innodb-flush-log-at-trx-commit=2"));
    Program.Running server = Program.of(command).in(folder).start();
    MariaDbScratch scratch =
        new MariaDbScratch(server, new MariaDbOptions(socket, "root", null, databases));
    try {
      scratch.await(patience);
    } catch (IOException | InterruptedException | RuntimeException e) {
      scratch.close();
      throw e;
    }
    return scratch;
  }

  private void await(Duration patience) throws IOException, InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    while (System.nanoTime() < end) {
      if (!server.isAlive()) {
        throw new IOException("the restored server ended: " + server.words());
      }
      try {
        query("SELECT 1");
        return;
      } catch (IOException e) {
        Thread.sleep(100);
      }
    }
    throw new IOException(
        "the restored server did not answer within " + patience + ": " + server.words());
  }

  /** Rows of columns as text; the statement comes from a configuration or from here. */
  public List<List<String>> query(String sql) throws IOException, InterruptedException {
    try (MariaDbClient client = MariaDbClient.of(options)) {
      return client.query(sql);
    }
  }

  /** Runs statements to their end, as the administrator of the server. */
  void run(InputStream statements) throws IOException, InterruptedException {
    try (MariaDbClient client = MariaDbClient.of(options)) {
      client.tool("mariadb", "--binary-mode").run(statements, OutputStream.nullOutputStream());
    }
  }

  /** Counts the tables as the backup did. */
  public List<Measure> measure() throws IOException, InterruptedException {
    try (MariaDbClient client = MariaDbClient.of(options)) {
      return new MariaDbTables(client).count(options.databases()).measures();
    }
  }

  @Override
  public void close() {
    server.close();
  }
}
