package io.zhidun.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** CPU seconds of a process, user and system, as the operating system counts them. */
public final class CpuClock {
  /** Linux counts process times in hundredths of a second on every architecture in use. */
  private static final double TICKS_PER_SECOND = 100;

  private CpuClock() {}

  /** CPU time of this process in nanoseconds, all its threads. */
  public static long nanos() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }

  static double seconds(Process process) {
    return seconds(process.pid());
  }

  static double seconds(long pid) {
    try {
      String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
      // The command's name may hold blanks; what follows its bracket does not.
      List<String> fields = List.of(stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1));
      return (Long.parseLong(fields.get(11)) + Long.parseLong(fields.get(12))) / TICKS_PER_SECOND;
    } catch (IOException e) {
      throw new UncheckedIOException("process " + pid + " has ended", e);
    }
  }
}
