package io.zhidun.standalone.supervisor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * One process for ever: a pid is given again after its process ended, but not with the same start
 * time within one boot.
 *
 * @param started in clock ticks since boot, as the kernel says it
 */
record ProcessIdentity(long pid, long started) {
  static final ProcessIdentity NONE = new ProcessIdentity(0, 0);

  private static final Duration POLL = Duration.ofMillis(20);

  /** Position of the start time after the parenthesis that ends the process's name. */
  private static final int START_TIME = 19;

  /** The process with this pid, if there is one. */
  static Optional<ProcessIdentity> of(long pid) {
    try {
      String stat = Files.readString(proc(pid).resolve("stat"), StandardCharsets.ISO_8859_1);
      // The name is free text that may hold blanks and parentheses: count from its end.
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
      // A zombie has ended; only its parent has not asked yet.
      return "Z".equals(fields[0])
          ? Optional.empty()
          : Optional.of(new ProcessIdentity(pid, Long.parseLong(fields[START_TIME])));
    } catch (IOException | NumberFormatException | IndexOutOfBoundsException e) {
      return Optional.empty();
    }
  }

  boolean isAlive() {
    return pid > 0 && of(pid).filter(this::equals).isPresent();
  }

  /** Waits for the end of a process that is not our child, so that nobody tells us of it. */
  boolean endsWithin(Duration limit) throws InterruptedException {
    long deadline = System.nanoTime() + limit.toNanos();
    while (isAlive()) {
      if (System.nanoTime() > deadline) {
        return false;
      }
      Thread.sleep(POLL.toMillis());
    }
    return true;
  }

  /** Its command line, empty when it ended or is another user's. */
  List<String> command() {
    return command(pid);
  }

  static List<String> command(long pid) {
    try {
      String line = Files.readString(proc(pid).resolve("cmdline"), StandardCharsets.ISO_8859_1);
      return line.isEmpty() ? List.of() : Arrays.asList(line.split("\0", -1));
    } catch (IOException e) {
      return List.of();
    }
  }

  /** Its resident memory, 0 when it ended. */
  long memoryBytes() {
    try {
      for (String line : Files.readAllLines(proc(pid).resolve("status"))) {
        if (line.startsWith("VmRSS:")) {
          return Long.parseLong(line.replaceAll("\\D", "")) << 10;
        }
      }
    } catch (IOException | NumberFormatException e) {
      return 0;
    }
    return 0;
  }

  private static Path proc(long pid) {
    return Path.of("/proc", Long.toString(pid));
  }
}
