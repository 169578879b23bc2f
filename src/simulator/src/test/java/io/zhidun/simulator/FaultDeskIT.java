package io.zhidun.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhidun.events.Json;
import io.zhidun.testkit.Await;
import io.zhidun.testkit.Health;
import io.zhidun.testkit.JvmCommand;
import io.zhidun.testkit.Ports;
import io.zhidun.testkit.Processes;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Faults made and mended from outside while the systems run. */
class FaultDeskIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @TempDir private Path folder;

  @Test
  void makesAndMendsFaultsThatOutsidersFeel() throws Exception {
    List<Integer> ports = Ports.free(5);
    try (Processes processes = new Processes(folder)) {
      processes.start(simulator(ports));
      int trademark = ports.get(1);
      int publicService = ports.get(2);
      URI desk = URI.create("http://127.0.0.1:" + ports.get(4) + "/faults");
      Health.await(URI.create("http://127.0.0.1:" + ports.get(4) + "/health"), PATIENCE);

      String dead =
          made(desk, "{\"fault\":\"dead-instance\",\"target\":\"trademark\",\"length\":\"PT1H\"}");
      String ipv6 = made(desk, "{\"fault\":\"lost-ipv6-route\",\"length\":\"PT1H\"}");
      String expired = made(desk, "{\"fault\":\"expired-certificate\",\"length\":\"PT1H\"}");

      Await.until(PATIENCE, "a refused connection", () -> !connects("127.0.0.1", trademark));
      Await.until(PATIENCE, "no IPv6", () -> !connects("::1", publicService));
      assertThat(connects("127.0.0.1", publicService)).isTrue();
      Await.until(
          PATIENCE, "an old certificate", () -> notAfter(ports.get(3)).isBefore(Instant.now()));
      assertThat(body(desk)).contains(dead, ipv6, expired, "\"cause\":\"trademark\"");
      assertThat(body(URI.create("http://127.0.0.1:" + publicService + "/publications?q=a")))
          .contains("items");
      assertThat(body(desk.resolve("/metrics")))
          .contains("traces_service_graph_request_total{client=\"filing-worker\"")
          .containsPattern("request_total\\{client=\"user\",.*,server=\"public-service\"} [1-9]")
          .contains("ip_platform_listener_up{component=\"public-service\",family=\"ipv6\"} 0.0")
          .contains("ip_platform_instance_up{component=\"trademark\",host=\"tm-web-01\"} 0.0");

      for (String id : List.of(dead, ipv6, expired)) {
        assertThat(status(HttpRequest.newBuilder(URI.create(desk + "/" + id)).DELETE()))
            .isEqualTo(200);
      }
      Await.until(PATIENCE, "the trademark register", () -> connects("127.0.0.1", trademark));
      Await.until(PATIENCE, "IPv6", () -> connects("::1", publicService));
      Await.until(
          PATIENCE, "a new certificate", () -> notAfter(ports.get(3)).isAfter(Instant.now()));
      Path truth = folder.resolve("data/faults.ndjson");
      Await.until(PATIENCE, "three truths", () -> Files.readAllLines(truth).size() == 3);
    }
  }

  @Test
  void refusesWhatIsNoFaultAndWhatABrowserCouldSend() throws Exception {
    List<Integer> ports = Ports.free(5);
    try (Processes processes = new Processes(folder)) {
      processes.start(simulator(ports));
      URI desk = URI.create("http://[::1]:" + ports.get(4) + "/faults");
      Health.await(URI.create("http://[::1]:" + ports.get(4) + "/health"), PATIENCE);
      String leak = "{\"fault\":\"leak\",\"length\":\"PT5M\"}";

      assertThat(status(HttpRequest.newBuilder(desk).POST(BodyPublishers.ofString(leak))))
          .isEqualTo(415);
      assertThat(posted(desk, "{\"fault\":\"leek\",\"length\":\"PT5M\"}").statusCode())
          .isEqualTo(400);
      assertThat(posted(desk, "{\"fault\":\"leak\",\"length\":\"5 minutes\"}").body())
          .contains("Text cannot be parsed to a Duration");
      assertThat(posted(desk, "{\"fault\":\"leak\",\"length\":\"P400D\"}").body())
          .contains("at most 31 days");
      assertThat(posted(desk, "[1").statusCode()).isEqualTo(400);
      assertThat(status(HttpRequest.newBuilder(URI.create(desk + "/fault-9-leak")).DELETE()))
          .isEqualTo(404);
      assertThat(body(desk)).isEqualTo("{\"faults\":[]}");
    }
  }

  private JvmCommand simulator(List<Integer> ports) {
    return JvmCommand.ofClasspath(
            "simulator", System.getProperty("java.class.path"), Simulator.class.getName())
        .withJvmOptions("-Xmx96m", "-XX:TieredStopAtLevel=1")
        .withArguments(
            "--data", folder.resolve("data").toString(),
            "--patent-review-port", ports.get(0).toString(),
            "--trademark-port", ports.get(1).toString(),
            "--public-service-port", ports.get(2).toString(),
            "--patent-review-tls-port", ports.get(3).toString(),
            "--operations-port", ports.get(4).toString());
  }

  private static String made(URI desk, String json) throws Exception {
    HttpResponse<String> answer = posted(desk, json);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return Json.mapper().readTree(answer.body()).path("id").stringValue();
  }

  private static HttpResponse<String> posted(URI desk, String json) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(desk)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json))
            .build();
    return HTTP.send(request, BodyHandlers.ofString());
  }

  private static int status(HttpRequest.Builder request) throws Exception {
    return HTTP.send(request.build(), BodyHandlers.discarding()).statusCode();
  }

  private static String body(URI uri) throws Exception {
    return HTTP.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString()).body();
  }

  private static boolean connects(String address, int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(address, port), 2_000);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** When the certificate ends that is shown; far away while nothing answers. */
  private static Instant notAfter(int port) throws Exception {
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, new TrustManager[] {new Believing()}, null);
    try (SSLSocket socket =
        (SSLSocket) context.getSocketFactory().createSocket("127.0.0.1", port)) {
      socket.startHandshake();
      X509Certificate shown = (X509Certificate) socket.getSession().getPeerCertificates()[0];
      return shown.getNotAfter().toInstant();
    }
  }

  /** Believes every certificate. */
  private static final class Believing implements X509TrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
