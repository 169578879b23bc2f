package io.zhidun.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/**
 * Starts processes and ends every one of them: when closed, and when this JVM ends without that.
 * Their output goes to a log file each.
 */
public final class Processes implements AutoCloseable {
  private static final Duration GRACE = Duration.ofSeconds(10);

  private final Path logs;
  private final List<Process> started = new CopyOnWriteArrayList<>();
  private final Thread hook = new Thread(this::killAll, "end-started-processes");

  /**
   * @param logs folder of the log files
   */
  public Processes(Path logs) {
    this.logs = logs;
    Runtime.getRuntime().addShutdownHook(hook);
  }

  public Process start(JvmCommand command) {
    ProcessBuilder builder = new ProcessBuilder(command.line());
    builder.environment().putAll(command.environment());
    return start(command.name(), builder);
  }

  /** Starts any program; its output is appended to {@code name.log}. */
  public Process start(String name, ProcessBuilder builder) {
    try {
      Files.createDirectories(logs);
      builder.redirectErrorStream(true);
      builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log(name).toFile()));
      Process process = builder.start();
      started.add(process);
      return process;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start " + name, e);
    }
  }

  /** Where the output of {@code name} goes. */
  public Path log(String name) {
    return logs.resolve(name + ".log");
  }

  /** Ends a process as {@code kill -9} does, and waits until it is gone. */
  public static void kill(ProcessHandle process) {
    process.destroyForcibly();
    Await.until(GRACE, "the end of process " + process.pid(), () -> !process.isAlive());
  }

  /**
   * Ends the process with this id as {@code kill -9} does. Only for ids that an installation under
   * test has named as its own.
   */
  public static void kill(long pid) {
    ProcessHandle.of(pid).ifPresent(Processes::kill);
  }

  /** Asks all to end, the last started first; those that do not are killed. */
  @Override
  public void close() throws InterruptedException {
    for (int i = started.size() - 1; i >= 0; i--) {
      Process process = started.get(i);
      process.destroy();
      if (!process.waitFor(GRACE.toSeconds(), TimeUnit.SECONDS)) {
        kill(process.toHandle());
      }
    }
    started.clear();
    Runtime.getRuntime().removeShutdownHook(hook);
  }

  private void killAll() {
    started.forEach(Process::destroyForcibly);
  }
}
