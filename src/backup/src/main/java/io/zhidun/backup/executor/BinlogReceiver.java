package io.zhidun.backup.executor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * {@code mariadb-binlog} into a spool. The server keeps its log for as long as it is set to: what
 * it deletes before it was received is a gap, which {@link BinlogArchive} tells.
 */
public final class BinlogReceiver implements LogReceiver {
  /** Ids of replicas that people give are small. */
  private static final long REPLICA = 2_000_000_000L;

  private final MariaDbClient client;
  private final Program.Running running;
  private String rotated = "";

  private BinlogReceiver(MariaDbClient client, Program.Running running) {
    this.client = client;
    this.running = running;
  }

  /**
   * Starts to receive.
   *
   * @param options of a user with the rights REPLICATION SLAVE, BINLOG MONITOR and RELOAD
   * @param stored number of the last file that needs not to be received again; empty to begin with
   *     the file that the server writes now
   * @param source tells this from other receivers of the same server
   */
  public static BinlogReceiver start(
      MariaDbOptions options, OptionalLong stored, String source, Path spool)
      throws IOException, InterruptedException {
    Files.createDirectories(spool);
    MariaDbClient client = MariaDbClient.of(options);
    try {
      String first = first(client, stored);
      Program.Running running =
          client
              .tool(
                  "mariadb-binlog",
                  "--read-from-remote-server",
                  "--raw",
                  "--stop-never",
                  "--stop-never-slave-server-id=" + (REPLICA + (source.hashCode() & 0xff_ffff)),
                  "--result-file=" + spool.toAbsolutePath() + '/',
                  first)
              .start();
      return new BinlogReceiver(client, running);
    } catch (IOException | InterruptedException | RuntimeException e) {
      client.close();
      throw e;
    }
  }

  private static String first(MariaDbClient client, OptionalLong stored)
      throws IOException, InterruptedException {
    List<BinlogFile> there =
        client.query("SHOW BINARY LOGS").stream()
            .map(row -> BinlogFile.parse(row.get(0)))
            .sorted()
            .toList();
    if (there.isEmpty()) {
      throw new IOException("the server writes no binary log");
    }
    BinlogFile last = there.get(there.size() - 1);
    return there.stream()
        .filter(file -> stored.isPresent() && file.number() > stored.getAsLong())
        .findFirst()
        .orElse(last)
        .name();
  }

  @Override
  public boolean isAlive() {
    return running.isAlive();
  }

  @Override
  public String words() {
    return running.words();
  }

  @Override
  public @Nullable String rotate() throws IOException, InterruptedException {
    String position = position();
    if (!position.equals(rotated)) {
      client.query("FLUSH BINARY LOGS");
      rotated = position();
      return null;
    }
    BinlogFile file = BinlogPosition.parse(position).file();
    return file.number() == 1 ? null : file.before().name();
  }

  private String position() throws IOException, InterruptedException {
    List<String> row = client.query("SHOW MASTER STATUS").get(0);
    return row.get(0) + ':' + row.get(1);
  }

  @Override
  public void close() throws IOException {
    running.close();
    client.close();
  }
}
