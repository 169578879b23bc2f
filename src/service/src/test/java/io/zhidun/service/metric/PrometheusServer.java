package io.zhidun.service.metric;

import io.zhidun.testkit.Await;
import io.zhidun.testkit.Ports;
import io.zhidun.testkit.Processes;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** Debian's Prometheus over series that were written down before it started. */
final class PrometheusServer implements AutoCloseable {
  private static final Path SERVER = Path.of("/usr/bin/prometheus");
  private static final Path TOOL = Path.of("/usr/bin/promtool");

  private final Processes processes;
  private final int port = Ports.free();

  private PrometheusServer(Path folder) {
    this.processes = new Processes(folder);
  }

  /**
   * Starts a server, or skips the test where the package is not installed.
   *
   * @param openMetrics the series, each sample with its time
   */
  static PrometheusServer start(Path folder, String openMetrics) throws Exception {
    Assumptions.assumeTrue(
        Files.isExecutable(SERVER), "skipped: the Debian package prometheus is not installed");
    Path text = Files.writeString(folder.resolve("series.txt"), openMetrics);
    Path data = folder.resolve("data");
    run("tsdb", "create-blocks-from", "openmetrics", text.toString(), data.toString());
    Path configuration = Files.writeString(folder.resolve("prometheus.yml"), "global: {}\n");
    PrometheusServer server = new PrometheusServer(folder);
    server.processes.start(
        "prometheus",
        new ProcessBuilder(
            SERVER.toString(),
            "--config.file=" + configuration,
            "--storage.tsdb.path=" + data,
            "--storage.tsdb.retention.time=100y",
            "--web.listen-address=127.0.0.1:" + server.port));
    Await.until(Duration.ofSeconds(30), "prometheus", server::ready);
    return server;
  }

  private static void run(String... words) throws Exception {
    String[] command = new String[words.length + 1];
    command[0] = TOOL.toString();
    System.arraycopy(words, 0, command, 1, words.length);
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (!process.waitFor(30, TimeUnit.SECONDS) || process.exitValue() != 0) {
      throw new IOException("promtool failed");
    }
  }

  private boolean ready() throws InterruptedException {
    try {
      HttpRequest request = HttpRequest.newBuilder(URI.create(address() + "/-/ready")).build();
      return HttpClient.newHttpClient()
              .send(request, HttpResponse.BodyHandlers.discarding())
              .statusCode()
          == 200;
    } catch (IOException e) {
      return false;
    }
  }

  String address() {
    return "http://127.0.0.1:" + port;
  }

  @Override
  public void close() throws InterruptedException {
    processes.close();
  }
}
