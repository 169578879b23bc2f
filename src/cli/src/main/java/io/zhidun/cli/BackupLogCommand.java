package io.zhidun.cli;

import io.zhidun.backup.executor.LogReceiver;
import io.zhidun.backup.run.Backups;
import io.zhidun.backup.run.SourceSpec;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Receives and stores the log of a PostgreSQL or MariaDB for as long as it runs. */
@Command(
    name = "log",
    description = "Stores the log of a PostgreSQL or MariaDB as it is written, until it is stopped",
    mixinStandardHelpOptions = true)
final class BackupLogCommand implements Callable<Integer> {
  private static final Duration REST = Duration.ofSeconds(2);
  private static final Duration ROTATION = Duration.ofMinutes(1);

  @ParentCommand private BackupCommand backup = new BackupCommand();

  @Parameters(paramLabel = "SYSTEM/SOURCE")
  private String title = "";

  @Option(names = "--once", description = "store what waits in the spool, and end")
  private boolean once;

  private final Clock clock = Clock.systemUTC();
  private boolean complained;

  @Override
  public Integer call() throws Exception {
    try (Backups backups = backup.open()) {
      SourceSpec source = BackupSources.of(backups, title);
      if (once) {
        System.err.println(title + ": stored " + backups.ship(source));
        return 0;
      }
      while (true) {
        receive(backups, source);
        Thread.sleep(REST.toMillis());
      }
    }
  }

  /** A server that ends no file on demand is received from all the same. */
  private @Nullable String rotate(LogReceiver receiver) throws InterruptedException {
    try {
      return receiver.rotate();
    } catch (IOException e) {
      if (!complained) {
        System.err.println(title + ": " + e.getMessage());
        complained = true;
      }
      return null;
    }
  }

  /** Returns when the receiver ended; the slot keeps what comes until the next one. */
  private void receive(Backups backups, SourceSpec source) throws InterruptedException {
    try (LogReceiver receiver = backups.receive(source)) {
      long rotated = System.nanoTime();
      while (receiver.isAlive()) {
        Instant asked = clock.instant();
        String ended = null;
        if (System.nanoTime() - rotated > ROTATION.toNanos()) {
          ended = rotate(receiver);
          rotated = System.nanoTime();
        }
        int stored = backups.ship(source);
        if (stored > 0) {
          System.err.println(title + ": stored " + stored);
        }
        if (ended != null) {
          boolean unusedUntilNextTurn = backups.noteQuiet(source, ended, asked);
        }
        Thread.sleep(REST.toMillis());
      }
      System.err.println(title + ": " + receiver.words());
    } catch (IOException e) {
      System.err.println(title + ": " + e.getMessage());
    }
  }
}
