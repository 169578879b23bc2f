package io.zhidun.standalone.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the packed server as the installation does: from its jar and the written class path. */
class SearchIT {
  private final HttpClient client = HttpClient.newHttpClient();
  @TempDir private Path folder;
  private int port;
  private int transportPort;
  private Process process;

  @BeforeEach
  void choosePortsAndStart() throws IOException {
    try (ServerSocket first = new ServerSocket(0);
        ServerSocket second = new ServerSocket(0)) {
      port = first.getLocalPort();
      transportPort = second.getLocalPort();
    }
    start();
  }

  @AfterEach
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  @Test
  void keepsAcknowledgedDocumentsThroughAKill() throws Exception {
    assertThat(call("GET", "127.0.0.1", "/", "")).contains("\"number\":\"8.19");
    String settings = "{\"settings\":{\"number_of_shards\":1,\"number_of_replicas\":0}}";
    call("PUT", "127.0.0.1", "/events", settings);
    call("PUT", "127.0.0.1", "/events/_doc/1", "{\"source\":{\"ip\":\"2001:db8::5\"}}");
    kill();
    start();
    call("GET", "127.0.0.1", "/_cluster/health/events?wait_for_status=green&timeout=30s", "");
    assertThat(call("GET", "[::1]", "/events/_search?q=source.ip:%222001:db8::5%22", ""))
        .contains("\"_id\":\"1\"");
  }

  private void start() throws IOException {
    Path log = Files.createTempFile(folder, "search", ".log");
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx384m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            ownJar() + ":" + Files.readString(Path.of("target/runtime.classpath")),
            Search.class.getName(),
            "--data",
            folder.resolve("data").toString(),
            "--port",
            Integer.toString(port),
            "--transport-port",
            Integer.toString(transportPort));
    process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    Awaitility.await("server answers, its log is " + log)
        .atMost(Duration.ofSeconds(60))
        .until(() -> !process.isAlive() || answers());
    assertThat(process.isAlive()).as(Files.readString(log)).isTrue();
  }

  private static Path ownJar() throws IOException {
    try (var jars = Files.newDirectoryStream(Path.of("target"), "zhidun-*.jar")) {
      for (Path jar : jars) {
        if (!jar.toString().endsWith("-module.jar")) {
          return jar;
        }
      }
    }
    throw new IOException("the module is not packed");
  }

  private boolean answers() throws Exception {
    try {
      return call("GET", "127.0.0.1", "/_cluster/health", "").contains("status");
    } catch (ConnectException e) {
      return false;
    }
  }

  private String call(String method, String host, String path, String body) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://" + host + ":" + port + path))
            .header("Content-Type", "application/json")
            .timeout(Duration.ofSeconds(40))
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build();
    HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
    assertThat(response.statusCode()).as(path + " " + response.body()).isBetween(200, 299);
    return response.body();
  }
}
