package io.zhidun.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.zhidun.testkit.Await;
import io.zhidun.testkit.GroundTruth;
import io.zhidun.testkit.Health;
import io.zhidun.testkit.JvmCommand;
import io.zhidun.testkit.Ports;
import io.zhidun.testkit.Processes;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulatorIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @TempDir private Path folder;
  private List<Integer> ports = List.of();

  @BeforeEach
  void findPorts() {
    ports = Ports.free(3);
  }

  @Test
  void servesCountsAndLogsOverIpv4AndIpv6AndTellsTheTruth() throws Exception {
    try (Processes processes = new Processes(folder)) {
      processes.start(simulator("--attacks", "web-scan", "--attack-interval", "PT1S"));
      for (int port : ports) {
        Health.await(URI.create("http://127.0.0.1:" + port + "/health"), PATIENCE);
        Health.await(URI.create("http://[::1]:" + port + "/health"), PATIENCE);
      }
      Path truth = folder.resolve("data/ground-truth.ndjson");
      Await.until(PATIENCE, "a first attack", () -> Files.size(truth) > 0);

      GroundTruth written = GroundTruth.read(truth);
      String attacker = written.attacks().get(0).from();
      String system = written.attacks().get(0).system();
      assertThat(log(system, "access.log").lines().filter(line -> line.startsWith(attacker)))
          .hasSizeGreaterThanOrEqualTo(10)
          .allMatch(line -> line.matches(".*\" 40[034] .*"));
      assertThat(get(2, "/metrics")).contains("ip_platform_http_requests_total{");
    }
  }

  @Test
  void believesAForwardedAddressAndAnswersHostileRequests() throws Exception {
    try (Processes processes = new Processes(folder)) {
      processes.start(simulator());
      Health.await(URI.create("http://127.0.0.1:" + ports.get(2) + "/health"), PATIENCE);
      URI login = URI.create("http://[::1]:" + ports.get(2) + "/login");

      assertThat(post(login, "{\"account\":", "2001:DB8::5")).isEqualTo(400);
      assertThat(post(login, "x".repeat(70_000), "2001:db8::6")).isEqualTo(413);
      assertThat(post(login, "{\"account\":\"a\\nb\",\"password\":\"x\"}", "not an address"))
          .isEqualTo(401);
      assertThat(get(2, "/publications?q=%25zz%00&page=-1")).contains("page must be a number");

      assertThat(log("public-service", "access.log"))
          .contains("2001:db8::5 - - [")
          .contains("2001:db8::6 - - [")
          .contains("::1 - - [");
      assertThat(log("public-service", "app.log")).contains("sign-in refused for a b");
    }
  }

  @Test
  void sendsTheMarketWhileItServes() throws Exception {
    List<String> taken = new CopyOnWriteArrayList<>();
    HttpServer collector =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    collector.createContext(
        "/v1/filings",
        exchange -> {
          byte[] body = exchange.getRequestBody().readAllBytes();
          new String(body, StandardCharsets.UTF_8).lines().forEach(taken::add);
          exchange.sendResponseHeaders(202, -1);
          exchange.close();
        });
    collector.start();
    String url = "http://127.0.0.1:" + collector.getAddress().getPort() + "/v1/filings";
    try (Processes processes = new Processes(folder)) {
      // The day's arrivals are drawn at once: ten times more would not fit into this heap at dawn.
      processes.start(simulator("--market-url", url, "--market-beside", "--market-rate", "600"));
      Health.await(URI.create("http://127.0.0.1:" + ports.get(2) + "/health"), PATIENCE);
      Await.until(
          PATIENCE,
          "a filing",
          () -> taken.stream().anyMatch(line -> line.contains("\"applicationNumber\"")));
    } finally {
      collector.stop(0);
    }
  }

  @Test
  void saysWhichPortIsTaken() throws Exception {
    try (Processes processes = new Processes(folder)) {
      processes.start(simulator());
      Health.await(URI.create("http://127.0.0.1:" + ports.get(2) + "/health"), PATIENCE);

      Process second = processes.start(simulator().withArguments(arguments("second")));

      assertThat(second.waitFor()).isEqualTo(1);
      assertThat(Files.readString(processes.log("simulator")))
          .contains("cannot listen on 127.0.0.1 port " + ports.get(0));
    }
  }

  private JvmCommand simulator(String... more) {
    String[] usual = arguments("data");
    String[] all = Arrays.copyOf(usual, usual.length + more.length);
    System.arraycopy(more, 0, all, usual.length, more.length);
    return JvmCommand.ofClasspath(
            "simulator", System.getProperty("java.class.path"), Simulator.class.getName())
        .withJvmOptions("-Xmx96m", "-XX:TieredStopAtLevel=1")
        .withArguments(all);
  }

  private String[] arguments(String data) {
    return new String[] {
      "--data", folder.resolve(data).toString(),
      "--patent-review-port", ports.get(0).toString(),
      "--trademark-port", ports.get(1).toString(),
      "--public-service-port", ports.get(2).toString()
    };
  }

  private String get(int system, String target) throws Exception {
    URI uri = URI.create("http://127.0.0.1:" + ports.get(system) + target);
    return HTTP.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString()).body();
  }

  private static int post(URI uri, String body, String forwarded) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(uri)
            .header("X-Forwarded-For", forwarded)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    return HTTP.send(request, BodyHandlers.ofString()).statusCode();
  }

  private String log(String system, String name) throws IOException {
    return Files.readString(folder.resolve("data").resolve(system).resolve(name));
  }
}
