package io.zhidun.benchmarks;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;

/** Writes harmless lines at a steady rate until closed. */
final class BackgroundLoad implements AutoCloseable {
  private static final int BURSTS_PER_SECOND = 50;
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("MMM ppd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final Path file;
  private final int burst;
  private final Thread thread;
  private final long started = System.nanoTime();
  private volatile boolean ended;
  private volatile long written;

  BackgroundLoad(Path file, int linesPerSecond) {
    this.file = file;
    this.burst = linesPerSecond / BURSTS_PER_SECOND;
    this.thread = new Thread(this::write, "background-load");
    thread.start();
  }

  double linesPerSecond() {
    return written / ((System.nanoTime() - started) / 1e9);
  }

  private void write() {
    try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.APPEND)) {
      long next = started;
      while (!ended) {
        out.write(lines().getBytes(StandardCharsets.US_ASCII));
        written += burst;
        next += 1_000_000_000L / BURSTS_PER_SECOND;
        LockSupport.parkNanos(next - System.nanoTime());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("background load on " + file, e);
    }
  }

  private String lines() {
    String stamp = STAMP.format(Instant.now());
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < burst; i++) {
      text.append(stamp)
          .append(
              " web01 sshd[77]: pam_unix(sshd:session): session opened for user deploy(uid=1001)")
          .append(" by (uid=0)\n");
    }
    return text.toString();
  }

  @Override
  public void close() throws InterruptedException {
    ended = true;
    thread.join();
  }
}
