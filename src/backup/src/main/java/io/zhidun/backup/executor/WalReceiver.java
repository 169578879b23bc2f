package io.zhidun.backup.executor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code pg_receivewal} into a spool, through a replication slot. The server keeps what this has
 * not confirmed, so being away leaves no gap; what is in the spool was brought to the disk before
 * it was confirmed.
 */
public final class WalReceiver implements LogReceiver {
  private static final String SEGMENT = "pg_walfile_name(pg_current_wal_insert_lsn())";

  private final PostgresOptions options;
  private final PassFile pass;
  private final Program.Running running;

  /** The segment that the server wrote to when it was asked last. */
  private String seen = "";

  /** The segment that was ended last. */
  private @Nullable String ended;

  /** Where the server went on when it had ended it. */
  private String begun = "";

  private WalReceiver(PostgresOptions options, PassFile pass, Program.Running running) {
    this.options = options;
    this.pass = pass;
    this.running = running;
  }

  /**
   * @param slot a name of a-z 0-9 _; made where it is not there
   */
  public static WalReceiver start(PostgresOptions options, String slot, Path spool)
      throws IOException, InterruptedException {
    if (!slot.matches("[a-z0-9_]{1,63}")) {
      throw new IllegalArgumentException("not the name of a replication slot: \"" + slot + '"');
    }
    Files.createDirectories(spool);
    PassFile pass = PassFile.of(options);
    try {
      receive(options, slot, spool, pass, "--create-slot", "--if-not-exists").run();
      Program.Running running =
          receive(options, slot, spool, pass, "--synchronous", "--no-loop").start();
      return new WalReceiver(options, pass, running);
    } catch (IOException | InterruptedException | RuntimeException e) {
      pass.close();
      throw e;
    }
  }

  private static Program receive(
      PostgresOptions options, String slot, Path spool, PassFile pass, String... more) {
    List<String> command =
        new ArrayList<>(
            List.of(
                options.tool("pg_receivewal"),
                "--directory=" + spool,
                "--slot=" + slot,
                "--no-password",
                "--host=" + options.host(),
                "--port=" + options.port(),
                "--username=" + options.user()));
    command.addAll(List.of(more));
    return Program.of(command).with(pass.environment());
  }

  @Override
  public boolean isAlive() {
    return running.isAlive();
  }

  @Override
  public String words() {
    return running.words();
  }

  /**
   * Has the segment switched, which costs the server and the way from it 16 MiB, where little is
   * written: a busy server fills its segments by itself.
   */
  @Override
  public @Nullable String rotate() throws IOException {
    try (Connection connection = options.connect("zhidun-log");
        Statement statement = connection.createStatement()) {
      if (ask(statement, "pg_current_wal_insert_lsn()::text").equals(begun)) {
        return ended;
      }
      String segment = ask(statement, SEGMENT);
      if (segment.equals(seen)) {
        ended = ask(statement, "pg_walfile_name(pg_switch_wal())");
        begun = ask(statement, "pg_current_wal_insert_lsn()::text");
        segment = ask(statement, SEGMENT);
      }
      seen = segment;
      return null;
    } catch (SQLException e) {
      throw new IOException(
          options
              + " does not end a segment of its log (its user needs the right to execute"
              + " pg_switch_wal), so it looks late while little is written: "
              + e.getMessage(),
          e);
    }
  }

  private static String ask(Statement statement, String expression) throws SQLException {
    try (ResultSet row = statement.executeQuery("SELECT " + expression)) {
      row.next();
      return row.getString(1);
    }
  }

  @Override
  public void close() throws IOException {
    running.close();
    pass.close();
  }
}
