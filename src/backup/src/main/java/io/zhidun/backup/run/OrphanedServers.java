package io.zhidun.backup.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Servers that a killed drill started and could not end. */
final class OrphanedServers {
  private static final Set<String> SERVERS = Set.of("postgres", "mariadbd", "java");
  private static final long PATIENCE_SECONDS = 10;

  private OrphanedServers() {}

  /** Ends every server that was told to keep its data below this folder. */
  static void end(Path folder) {
    ProcessHandle.allProcesses()
        .filter(process -> works(process, folder))
        .forEach(OrphanedServers::end);
  }

  /** The whole command line, of which {@link ProcessHandle.Info} gives only the beginning. */
  private static boolean works(ProcessHandle process, Path folder) {
    try {
      byte[] line = Files.readAllBytes(Path.of("/proc", Long.toString(process.pid()), "cmdline"));
      List<String> words = Arrays.asList(new String(line, StandardCharsets.UTF_8).split("\0", -1));
      String program = words.get(0).substring(words.get(0).lastIndexOf('/') + 1);
      return SERVERS.contains(program)
          && words.stream().anyMatch(word -> word.contains(folder + "/"));
    } catch (IOException e) {
      return false; // It ended between two looks, or is the kernel's.
    }
  }

  private static void end(ProcessHandle process) {
    process.destroy();
    try {
      process.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException | ExecutionException e) {
      process.destroyForcibly();
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
