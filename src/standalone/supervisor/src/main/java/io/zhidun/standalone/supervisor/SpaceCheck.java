package io.zhidun.standalone.supervisor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/** Says whether memory or disk is too small for an installation. */
final class SpaceCheck {
  private SpaceCheck() {}

  static List<String> faults(Path data, boolean checkMemory) {
    List<String> faults = new ArrayList<>();
    if (checkMemory) {
      OptionalLong memory = availableMemory(Path.of("/"));
      if (memory.isPresent() && memory.getAsLong() < Plan.MEMORY_BYTES) {
        faults.add(memoryFault(memory.getAsLong()));
      }
    }
    long disk = usableDisk(data);
    if (disk < Plan.DISK_BYTES) {
      faults.add(
          "%s has %s of free disk, %s are needed; choose another place with --data DIR."
              .formatted(data, gibibytes(disk), gibibytes(Plan.DISK_BYTES)));
    }
    return faults;
  }

  private static String memoryFault(long available) {
    return "%s of memory are free, %s are needed; end other programs or try with --no-memory-check."
        .formatted(gibibytes(available), gibibytes(Plan.MEMORY_BYTES));
  }

  /** What the kernel could give, bounded by what this container may still have. */
  static OptionalLong availableMemory(Path root) {
    OptionalLong machine = machineMemory(root.resolve("proc/meminfo"));
    OptionalLong group = groupMemory(root.resolve("sys/fs/cgroup"));
    if (machine.isPresent() && group.isPresent()) {
      return OptionalLong.of(Math.min(machine.getAsLong(), group.getAsLong()));
    }
    return machine.isPresent() ? machine : group;
  }

  private static OptionalLong machineMemory(Path meminfo) {
    try {
      long kibibytes = number(meminfo, "MemAvailable:");
      return kibibytes == 0 ? OptionalLong.empty() : OptionalLong.of(kibibytes << 10);
    } catch (IOException | NumberFormatException e) {
      return OptionalLong.empty();
    }
  }

  /** The number on the line that begins with {@code name}, 0 without one. */
  private static long number(Path file, String name) throws IOException {
    for (String line : Files.readAllLines(file)) {
      if (line.startsWith(name)) {
        return Long.parseLong(line.substring(name.length()).replaceAll("\\D", ""));
      }
    }
    return 0;
  }

  private static OptionalLong groupMemory(Path group) {
    try {
      String limit = Files.readString(group.resolve("memory.max")).strip();
      if (limit.equals("max")) {
        return OptionalLong.empty();
      }
      String used = Files.readString(group.resolve("memory.current")).strip();
      // Cached file contents count as used, but the kernel gives them up for us.
      long held = Long.parseLong(used) - number(group.resolve("memory.stat"), "inactive_file ");
      return OptionalLong.of(Math.max(0, Long.parseLong(limit) - held));
    } catch (IOException | NumberFormatException e) {
      return OptionalLong.empty(); // no such group: the machine alone bounds us
    }
  }

  private static long usableDisk(Path data) {
    try {
      return Files.getFileStore(data).getUsableSpace();
    } catch (IOException e) {
      return Long.MAX_VALUE; // a file system that does not say is not a reason to refuse
    }
  }

  private static String gibibytes(long bytes) {
    return String.format(Locale.ROOT, "%.1f GiB", bytes / (double) (1L << 30));
  }
}
