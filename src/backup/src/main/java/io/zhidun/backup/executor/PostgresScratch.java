package io.zhidun.backup.executor;

import io.zhidun.backup.repository.Measure;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A PostgreSQL that nobody else reaches, on restored data: no network, a socket in a folder of its
 * owner's, its own rules of who may sign in, nothing archived and nothing of the production's
 * configuration files obeyed beyond what a recovery needs. It runs as the system's user postgres
 * where this process is the administrator's, as the server refuses that one.
 */
public final class PostgresScratch implements AutoCloseable {
  private static final boolean ADMINISTRATOR = "root".equals(System.getProperty("user.name"));
  private static final String USER = "postgres";

  private final Path binaries;
  private final Path folder;
  private final Path data;
  private final String superuser;
  private final Program.Running server;

  private PostgresScratch(
      Path binaries, Path folder, Path data, String superuser, Program.Running server) {
    this.binaries = binaries;
    this.folder = folder;
    this.data = data;
    this.superuser = superuser;
    this.server = server;
  }

  /**
   * Starts a server and waits until its recovery is over.
   *
   * @param folder holds the data folder and all else; becomes the server's user's
   * @param superuser of the restored cluster, as whom it is asked
   * @throws IOException with the server's last words where it does not come up in time
   */
  public static PostgresScratch start(
      Path binaries, Path folder, Path data, String superuser, Duration patience)
      throws IOException, InterruptedException {
    Path sockets = Files.createDirectories(folder.resolve("socket"));
    Path hba = folder.resolve("hba.conf");
    Files.writeString(hba, "local all all trust\n");
    Files.writeString(folder.resolve("ident.conf"), "");
    Files.writeString(folder.resolve("server.conf"), "");
    withoutReplicationSlots(data);
    Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwx------"));
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    if (ADMINISTRATOR) {
      Program.of("chown", "-R", USER + ":" + USER, folder.toString()).run();
    }
    Program.Running server =
        Program.of(unprivileged(command(binaries, folder, data, sockets, hba))).in(folder).start();
    PostgresScratch scratch = new PostgresScratch(binaries, folder, data, superuser, server);
    try {
      scratch.await(patience);
    } catch (IOException | InterruptedException | RuntimeException e) {
      scratch.close();
      throw e;
    }
    return scratch;
  }

  private static List<String> command(
      Path binaries, Path folder, Path data, Path sockets, Path hba) {
    List<String> command = new ArrayList<>();
    command.add(binaries.resolve("postgres").toString());
    command.addAll(List.of("-D", data.toString()));
    for (String setting :
        List.of(
            "config_file=" + folder.resolve("server.conf"),
            "listen_addresses=",
            "unix_socket_directories=" + sockets,
            "unix_socket_permissions=0700",
            "port=5432",
            "hba_file=" + hba,
            "ident_file=" + folder.resolve("ident.conf"),
            "ssl=off",
            "archive_mode=off",
            "hot_standby=off",
            "primary_conninfo=",
            "synchronous_standby_names=",
            "shared_preload_libraries=",
            "logging_collector=off",
            "fsync=off",
            "autovacuum=off",
            "shared_buffers=64MB")) {
      command.addAll(List.of("-c", setting));
    }
    return command;
  }

  private static void withoutReplicationSlots(Path data) throws IOException {
    Path slots = data.resolve("pg_replslot");
    if (Files.isDirectory(slots)) {
      try (DirectoryStream<Path> found = Files.newDirectoryStream(slots)) {
        for (Path slot : found) {
          Staging.deleteTree(slot);
        }
      }
    }
  }

  private static List<String> unprivileged(List<String> command) {
    if (!ADMINISTRATOR) {
      return command;
    }
    List<String> all = new ArrayList<>();
    all.addAll(List.of("setpriv", "--reuid=" + USER, "--regid=" + USER, "--clear-groups"));
    all.addAll(command);
    return all;
  }

  private void await(Duration patience) throws IOException, InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    String last = "";
    while (System.nanoTime() < end) {
      if (!server.isAlive()) {
        throw new IOException("the restored server ended: " + server.words());
      }
      try {
        last =
            query(USER.equals(superuser) ? "postgres" : "template1", "SELECT pg_is_in_recovery()")
                .get(0)
                .get(0);
        if (last.equals("f")) {
          return;
        }
      } catch (IOException e) {
        last = e.getMessage() + "";
      }
      Thread.sleep(50);
    }
    throw new IOException(
        "the restored server did not end its recovery within "
            + patience
            + " ("
            + last
            + "): "
            + server.words());
  }

  /** Rows of columns as text; the statement comes from a configuration or from here. */
  public List<List<String>> query(String database, String sql)
      throws IOException, InterruptedException {
    String out =
        Program.of(
                unprivileged(
                    List.of(
                        binaries.resolve("psql").toString(),
                        "--no-psqlrc",
                        "--quiet",
                        "--tuples-only",
                        "--no-align",
                        "--field-separator=\t",
                        "--set=ON_ERROR_STOP=1",
                        "--host=" + folder.resolve("socket"),
                        "--port=5432",
                        "--username=" + superuser,
                        "--dbname=" + database,
                        "--command=" + sql)))
            .in(folder)
            .run();
    return out.lines().map(line -> Arrays.asList(line.split("\t", -1))).toList();
  }

  /** Counts the tables as the backup did. */
  public List<Measure> measure(String database) throws IOException, InterruptedException {
    List<Measure> measures = new ArrayList<>();
    for (List<String> table : query(database, TableSql.TABLES)) {
      String name = table.get(0);
      List<List<String>> rows = query(database, TableSql.SETTINGS + "; " + TableSql.count(name));
      List<String> row = rows.get(rows.size() - 1);
      measures.add(new Measure(database + '.' + name, Long.parseLong(row.get(0)), row.get(1)));
    }
    return measures;
  }

  public Path data() {
    return data;
  }

  @Override
  public void close() {
    server.close();
  }
}
