package io.zhidun.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessesIT {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** A part that answers 200 on the port given. */
  static final class Part {
    public static void main(String[] args) throws Exception {
      InetSocketAddress address =
          new InetSocketAddress(InetAddress.getByName("127.0.0.1"), Integer.parseInt(args[0]));
      HttpServer server = HttpServer.create(address, 0);
      server.createContext("/", exchange -> exchange.sendResponseHeaders(200, -1));
      server.start();
      System.out.println("serving");
    }
  }

  @Test
  void startsAJvmWaitsForItsHealthAndKillsItByPid(@TempDir Path folder) throws Exception {
    int port = Ports.free();
    try (Processes processes = new Processes(folder)) {
      Process part = processes.start(command(port));
      Health.await(URI.create("http://127.0.0.1:" + port + "/health"), PATIENCE);

      assertThat(Files.readString(processes.log("part"))).contains("serving");
      Processes.kill(part.pid());

      assertThat(part.isAlive()).isFalse();
      assertThat(part.waitFor()).as("ended by signal 9").isEqualTo(128 + 9);
    }
  }

  @Test
  void endsWhatItStarted(@TempDir Path folder) throws Exception {
    Process part;
    try (Processes processes = new Processes(folder)) {
      part = processes.start(command(Ports.free()));
    }
    assertThat(part.isAlive()).isFalse();
  }

  private static JvmCommand command(int port) {
    return JvmCommand.ofClasspath(
            "part", System.getProperty("java.class.path"), Part.class.getName())
        .withJvmOptions("-Xmx32m")
        .withArguments(Integer.toString(port));
  }
}
