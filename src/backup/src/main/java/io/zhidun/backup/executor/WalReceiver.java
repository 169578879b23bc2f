package io.zhidun.backup.executor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code pg_receivewal} into a spool, through a replication slot. The server keeps what this has
 * not confirmed, so being away leaves no gap; what is in the spool was brought to the disk before
 * it was confirmed.
 */
public final class WalReceiver implements LogReceiver {
  private final PassFile pass;
  private final Program.Running running;

  private WalReceiver(PassFile pass, Program.Running running) {
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
      return new WalReceiver(pass, running);
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

  /** A segment is switched by who wants it stored: each costs 16 MiB. */
  @Override
  public void rotate() {}

  @Override
  public void close() throws IOException {
    running.close();
    pass.close();
  }
}
