package io.zhidun.collectors.metrics;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** A program of a Debian package at work. */
final class DebianProgram implements AutoCloseable {
  private final Process process;

  private DebianProgram(Process process) {
    this.process = process;
  }

  /** Starts it, or skips the test where its package is missing. */
  static DebianProgram start(String name, Path log, String... arguments) throws IOException {
    Path program = Path.of("/usr/bin", name);
    Assumptions.assumeTrue(
        Files.isExecutable(program), "Debian's package " + name + " is not installed");
    List<String> command = new ArrayList<>(List.of(program.toString()));
    command.addAll(List.of(arguments));
    return new DebianProgram(
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start());
  }

  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor(10, TimeUnit.SECONDS);
  }
}
