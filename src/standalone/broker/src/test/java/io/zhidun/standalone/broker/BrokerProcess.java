package io.zhidun.standalone.broker;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** A broker as the installation runs it: a process of its own. */
final class BrokerProcess {
  private final Path folder;
  private final int port;
  private final int controllerPort;
  private @Nullable Process process;

  BrokerProcess(Path folder) throws IOException {
    this.folder = folder;
    try (ServerSocket first = new ServerSocket(0);
        ServerSocket second = new ServerSocket(0)) {
      port = first.getLocalPort();
      controllerPort = second.getLocalPort();
    }
  }

  int port() {
    return port;
  }

  void start() throws IOException {
    Path log = Files.createTempFile(folder, "broker", ".log");
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            Broker.class.getName(),
            "--data",
            folder.resolve("data").toString(),
            "--port",
            Integer.toString(port),
            "--controller-port",
            Integer.toString(controllerPort));
    Process started =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    process = started;
    Awaitility.await("broker says it is ready in " + log)
        .atMost(Duration.ofSeconds(60))
        .until(() -> Files.readString(log).contains("ready on") || !started.isAlive());
    if (!started.isAlive()) {
      throw new IOException("broker ended: " + Files.readString(log));
    }
  }

  void kill() throws InterruptedException {
    Objects.requireNonNull(process).destroyForcibly().waitFor();
  }

  /** Ends it politely; returns its exit code. */
  int end() throws InterruptedException {
    Process last = Objects.requireNonNull(process);
    last.destroy();
    return last.waitFor();
  }
}
