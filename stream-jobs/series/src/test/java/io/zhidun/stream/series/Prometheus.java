package io.zhidun.stream.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** Debian's Prometheus as the installation starts it. */
final class Prometheus implements AutoCloseable {
  private static final Path PROGRAM = Path.of("/usr/bin/prometheus");

  final URI address;
  private final Path folder;
  private final HttpClient client = HttpClient.newHttpClient();
  private Process process;

  Prometheus(Path folder) throws IOException {
    Assumptions.assumeTrue(
        Files.isExecutable(PROGRAM), "Debian's package prometheus is not installed");
    this.folder = folder;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      address = URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }
    Files.writeString(
        folder.resolve("prometheus.yml"), "storage:\n  tsdb:\n    out_of_order_time_window: 49h\n");
    process = start();
  }

  private Process start() throws IOException {
    return new ProcessBuilder(
            PROGRAM.toString(),
            "--config.file=" + folder.resolve("prometheus.yml"),
            "--storage.tsdb.path=" + folder.resolve("data"),
            "--web.listen-address=" + address.getAuthority(),
            "--web.enable-remote-write-receiver")
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()))
        .start();
  }

  void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor(10, TimeUnit.SECONDS);
  }

  void startAgain() throws IOException {
    process = start();
  }

  /** The answer's JSON to a query at this moment. */
  String query(String promql) {
    try {
      return client
          .send(
              HttpRequest.newBuilder(
                      address.resolve(
                          "/api/v1/query?query="
                              + URLEncoder.encode(promql, StandardCharsets.UTF_8)))
                  .timeout(Duration.ofSeconds(5))
                  .build(),
              HttpResponse.BodyHandlers.ofString())
          .body();
    } catch (IOException e) {
      return "away: " + e;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  void awaitAnswer(String promql, String part) {
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(query(promql)).contains(part));
  }

  @Override
  public void close() throws InterruptedException {
    kill();
  }
}
