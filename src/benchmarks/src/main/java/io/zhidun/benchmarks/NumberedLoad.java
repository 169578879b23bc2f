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

/**
 * Writes lines at a steady rate until closed. Each carries its number, so that afterwards every
 * single one can be looked for; one in a hundred is a failed sign-in.
 */
final class NumberedLoad implements AutoCloseable {
  /** Stands before the number of a line. */
  static final String MARK = "line-";

  /** One line in so many is a failed sign-in, those whose number divides by it. */
  static final int FAILURE_EVERY = 100;

  private static final int BURSTS_PER_SECOND = 100;
  private static final int ADDRESSES = 2_000;
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("MMM ppd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final Path file;
  private final int burst;
  private final Thread thread;
  private final long started = System.nanoTime();
  private volatile boolean ended;
  private volatile long written;
  private volatile double seconds;

  NumberedLoad(Path file, int linesPerSecond) {
    this.file = file;
    this.burst = linesPerSecond / BURSTS_PER_SECOND;
    this.thread = new Thread(this::write, "numbered-load");
    thread.start();
  }

  long written() {
    return written;
  }

  /** Over all its time; once closed. */
  double linesPerSecond() {
    return written / seconds;
  }

  private void write() {
    try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.APPEND)) {
      long next = started;
      while (!ended) {
        out.write(lines(written).getBytes(StandardCharsets.US_ASCII));
        written = written + burst;
        next += 1_000_000_000L / BURSTS_PER_SECOND;
        LockSupport.parkNanos(next - System.nanoTime());
      }
      seconds = (System.nanoTime() - started) / 1e9;
    } catch (IOException e) {
      throw new UncheckedIOException("load on " + file, e);
    }
  }

  private String lines(long from) {
    String stamp = STAMP.format(Instant.now());
    StringBuilder text = new StringBuilder(burst * 110);
    for (long number = from; number < from + burst; number++) {
      text.append(stamp).append(" gate sshd[77]: ");
      if (number % FAILURE_EVERY == 0) {
        String address = "2001:db8:2::" + Long.toHexString(number / FAILURE_EVERY % ADDRESSES);
        text.append("Failed password for ").append(MARK).append(number);
        text.append(" from ").append(address).append(" port 4 ssh2\n");
      } else {
        text.append("pam_unix(sshd:session): session opened for user ").append(MARK);
        text.append(number).append("(uid=1001) by (uid=0)\n");
      }
    }
    return text.toString();
  }

  @Override
  public void close() throws InterruptedException {
    ended = true;
    thread.join();
  }
}
