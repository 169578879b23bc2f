package io.zhidun.collectors.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zhidun.events.Topics;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real agent process and a real Kafka, each of which dies during the work. */
class AgentIT {
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final int LINES = 200_000;

  @TempDir private Path folder;
  private TestBroker broker;

  @BeforeEach
  void startBroker() throws Exception {
    broker = new TestBroker(Files.createDirectory(folder.resolve("kafka")));
  }

  @AfterEach
  void stopBroker() {
    broker.close();
  }

  @Test
  void losesAndDoublesNothingWhenKilledDuringTheLoadAndRotations() throws Exception {
    Path log = folder.resolve("app.log");
    try (AgentProcess agent = new AgentProcess(folder, broker.bootstrap(), file(log));
        RawTopic raw = new RawTopic(broker.bootstrap())) {
      await().atMost(PATIENCE).until(() -> agent.get("/metrics").contains("source=\"app\""));
      CompletableFuture<List<String>> written = CompletableFuture.supplyAsync(() -> load(log));
      for (int i = 0; i < 3; i++) {
        agent.awaitHealthy();
        LockSupport.parkNanos(Duration.ofMillis(700).toNanos());
        agent.kill();
        agent.startAgain();
      }
      List<String> lines = written.get();
      List<String> shipped = raw.read(LINES, PATIENCE);
      assertThat(firstDifference(shipped, lines)).as(agent.log()).isEqualTo("none");
      assertThat(agent.stop()).isTrue();
    }
  }

  @Test
  void spoolsSyslogWhileKafkaIsAwayAndSurvivesBeingKilled() throws Exception {
    int port = TestBroker.freePort();
    try (AgentProcess agent = new AgentProcess(folder, broker.bootstrap(), syslog(port))) {
      agent.awaitHealthy();
      send(port, 0, 100);
      awaitMetric(agent, "out", 100);
      broker.stop();
      send(port, 100, 200);
      awaitMetric(agent, "in", 200);
      awaitSpooled(agent);
      agent.kill();
      agent.startAgain();
      awaitListening(agent);
      send(port, 200, 300);
      awaitMetric(agent, "in", 100);
      broker.startAgain();
      try (RawTopic raw = new RawTopic(broker.bootstrap())) {
        assertThat(raw.read(300, PATIENCE)).as(agent.log()).isEqualTo(messages(0, 300));
      }
      assertThat(agent.stop()).isTrue();
    }
  }

  @Test
  void keepsFilingsThatItAnsweredForWhateverIsKilled() throws Exception {
    int port = TestBroker.freePort();
    try (AgentProcess agent = new AgentProcess(folder, broker.bootstrap(), http(port))) {
      agent.awaitHealthy();
      awaitPosted(port, filings(0, 100));
      broker.stop();
      awaitPosted(port, filings(100, 200));
      agent.kill();
      agent.startAgain();
      awaitPosted(port, filings(200, 300));
      broker.startAgain();
      try (RawTopic raw = new RawTopic(broker.bootstrap(), Topics.FILINGS_RAW)) {
        assertThat(raw.read(300, PATIENCE)).as(agent.log()).isEqualTo(filings(0, 300));
      }
      agent.awaitHealthy();
      assertThat(agent.stop()).isTrue();
    }
  }

  /** The largest records go all the way through spool, producer and broker. */
  @Test
  void shipsALineOfFiveMebibytesAndTheBeginningOfALongerOne() throws Exception {
    int port = TestBroker.freePort();
    String largest = "x".repeat(5 << 20);
    try (AgentProcess agent = new AgentProcess(folder, broker.bootstrap(), http(port))) {
      agent.awaitHealthy();
      awaitPosted(port, List.of(largest, largest + "y", "last"));
      try (RawTopic raw = new RawTopic(broker.bootstrap(), Topics.FILINGS_RAW);
          RawTopic rejected = new RawTopic(broker.bootstrap(), Topics.REJECTED)) {
        assertThat(raw.read(2, PATIENCE).equals(List.of(largest, "last"))).isTrue();
        assertThat(rejected.read(1, PATIENCE)).containsExactly("x".repeat(64 << 10));
      }
      assertThat(agent.get("/metrics"))
          .contains("outcome=\"accepted\"")
          .contains("zhidun_collector_rejected_total{reason=\"too_long\",source=\"portal\"} 1.0");
    }
  }

  private static void awaitPosted(int port, List<String> lines) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://[::1]:" + port + "/v1/filings"))
            .header("Content-Type", "application/x-ndjson")
            .header("Zhidun-Source", "portal")
            .header("Idempotency-Key", lines.get(lines.size() - 1))
            .POST(HttpRequest.BodyPublishers.ofString(String.join("\n", lines)))
            .build();
    await()
        .atMost(PATIENCE)
        .ignoreException(ConnectException.class)
        .until(
            () ->
                HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).statusCode()
                    == 202);
  }

  private static List<String> filings(int from, int to) {
    return IntStream.range(from, to).mapToObj(i -> "{\"filing\":" + i + "}").toList();
  }

  private static String http(int port) {
    return "  - {type: http, name: filings, port: " + port + ", sources: [portal]}";
  }

  /** Two hundred thousand lines would make an unreadable message. */
  private static String firstDifference(List<String> shipped, List<String> written) {
    for (int i = 0; i < Math.max(shipped.size(), written.size()); i++) {
      String here = i < shipped.size() ? shipped.get(i) : "nothing";
      String there = i < written.size() ? written.get(i) : "nothing";
      if (!here.equals(there)) {
        return "record " + i + " is \"" + here + "\", should be \"" + there + "\"";
      }
    }
    return "none";
  }

  /** Writes lines as a busy program would, rotating in both ways on the way. */
  private List<String> load(Path log) {
    List<String> lines = new ArrayList<>();
    try {
      for (int batch = 0; batch < 200; batch++) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < LINES / 200; i++) {
          String line = "line " + lines.size() + " \u00e9\u0000 of some usual length with text";
          lines.add(line);
          text.append(line).append('\n');
        }
        append(log, text.toString());
        if (batch == 60 || batch == 61) {
          Files.move(log, log.resolveSibling("app.log." + batch));
        }
        if (batch == 130) {
          Files.copy(log, log.resolveSibling("app.log.130"));
          Files.write(log, new byte[0], StandardOpenOption.TRUNCATE_EXISTING);
        }
        LockSupport.parkNanos(Duration.ofMillis(60).toNanos());
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return lines;
  }

  private static void append(Path log, String text) throws IOException {
    try (OutputStream out =
        Files.newOutputStream(log, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      out.write(text.getBytes(StandardCharsets.ISO_8859_1));
    }
  }

  private static void send(int port, int from, int to) throws IOException {
    try (DatagramSocket socket = new DatagramSocket()) {
      for (String message : messages(from, to)) {
        byte[] bytes = message.getBytes(StandardCharsets.UTF_8);
        socket.send(new DatagramPacket(bytes, bytes.length, InetAddress.getByName("::1"), port));
      }
    }
  }

  private static List<String> messages(int from, int to) {
    return IntStream.range(from, to).mapToObj(i -> "<13>message " + i).toList();
  }

  private static void awaitMetric(AgentProcess agent, String outcome, int value) {
    String line =
        "zhidun_collector_records_total{outcome=\"" + outcome + "\",source=\"net\"} " + value;
    await().atMost(PATIENCE).until(() -> agent.get("/metrics").contains(line + ".0"));
  }

  private static void awaitSpooled(AgentProcess agent) {
    await()
        .atMost(PATIENCE)
        .until(() -> agent.get("/health").matches(".*\"spooledBytes\":[1-9].*"));
  }

  private static void awaitListening(AgentProcess agent) {
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                agent.get("/metrics").contains("source=\"net\"")
                    && agent.log().split("listening on UDP", -1).length == 3);
  }

  private static String file(Path log) {
    return "  - {type: file, source: app, dataset: syslog, paths: [" + log + "]}";
  }

  private static String syslog(int port) {
    return "  - {type: syslog, source: net, udp: [\"[::1]:" + port + "\"]}";
  }
}
