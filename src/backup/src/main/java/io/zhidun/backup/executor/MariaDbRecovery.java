package io.zhidun.backup.executor;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Brings a restored data folder forward by the archived binary log: a server is started on it where
 * nobody else reaches it, {@code mariadb-binlog} turns the log into statements and {@code mariadb}
 * runs them.
 */
public final class MariaDbRecovery {
  /** The tool compares seconds, and reads them in its own time zone. */
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  /** Reads the grants that the statements change, which a server without them refuses to do. */
  private static final String FIRST = "FLUSH PRIVILEGES;\n";

  private final BinlogArchive archive;
  private final Duration patience;

  public MariaDbRecovery(BinlogArchive archive, Duration patience) {
    this.archive = archive;
    this.patience = patience;
  }

  /**
   * Up to the end of the archive or to a time.
   *
   * @param data a restored folder; becomes the server's user's
   * @param folder holds it and all that is needed meanwhile
   * @param from where the backup stands, {@code file:offset}
   * @param before from which second on nothing is wanted, or null
   */
  public void toTime(Path folder, Path data, String from, @Nullable Instant before)
      throws IOException, InterruptedException {
    BinlogPosition begin = BinlogPosition.parse(from);
    List<String> more = new ArrayList<>();
    if (before != null) {
      more.add("--stop-datetime=" + TIME.format(before));
    }
    replay(folder, data, begin, null, more);
  }

  /** Up to a place in the log. */
  public void toPosition(Path folder, Path data, String from, String to)
      throws IOException, InterruptedException {
    BinlogPosition end = BinlogPosition.parse(to);
    replay(
        folder,
        data,
        BinlogPosition.parse(from),
        end.file(),
        List.of("--stop-position=" + end.offset()));
  }

  private void replay(
      Path folder, Path data, BinlogPosition begin, @Nullable BinlogFile last, List<String> more)
      throws IOException, InterruptedException {
    Path log = Files.createTempDirectory(folder, "binlog");
    List<Path> files = archive.fetch(begin.file(), last, log);
    if (files.isEmpty()) {
      return;
    }
    List<String> command = new ArrayList<>();
    command.addAll(List.of("mariadb-binlog", "--no-defaults"));
    command.add("--start-position=" + begin.offset());
    command.addAll(more);
    files.forEach(file -> command.add(file.toString()));
    try (MariaDbScratch server = MariaDbScratch.start(folder, data, List.of(), patience)) {
      pipe(Program.of(command).with(Map.of("TZ", "UTC")), server);
    }
    Staging.deleteTree(log);
  }

  private static void pipe(Program statements, MariaDbScratch server)
      throws IOException, InterruptedException {
    PipedInputStream in = new PipedInputStream(1 << 16);
    PipedOutputStream told = new PipedOutputStream(in);
    List<Exception> faults = new ArrayList<>();
    Thread teller =
        new Thread(
            () -> {
              try (OutputStream out = told) {
                out.write(FIRST.getBytes(StandardCharsets.UTF_8));
                statements.run(null, out);
              } catch (IOException | InterruptedException e) {
                faults.add(e);
              }
            },
            "binlog-statements");
    teller.setDaemon(true);
    teller.start();
    try {
      server.run(in);
    } finally {
      teller.interrupt();
      teller.join();
    }
    if (!faults.isEmpty()) {
      throw new IOException("the log was not read to its end: " + faults.get(0).getMessage());
    }
  }
}
