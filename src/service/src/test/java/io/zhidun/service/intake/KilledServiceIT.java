package io.zhidun.service.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zhidun.events.Topics;
import io.zhidun.service.Drafts;
import io.zhidun.service.RunningService;
import io.zhidun.service.ZhidunService;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

class KilledServiceIT {
  private static final int DRAFTS = 6000;
  private static final int ADDRESSES = 200;
  private static final int KILLS = 3;

  private static final String READ = "zhidun_hop_records_total{hop=\"alerts\",outcome=\"in\"} ";

  @TempDir private Path data;

  @Test
  void losesAndDoublesNothing() throws Exception {
    try (TestBroker broker = new TestBroker()) {
      broker.createTopic(Topics.ALERTS, 1);
      List<String> drafts = drafts();
      int part = DRAFTS / KILLS;
      for (int kill = 0; kill < KILLS; kill++) {
        boolean first = kill == 0;
        int port = TestBroker.freePort();
        Process process = start(broker, port);
        try {
          broker.send(Topics.ALERTS, drafts.subList(kill * part, (kill + 1) * part));
          await()
              .atMost(Duration.ofSeconds(60))
              .pollInterval(Duration.ofMillis(20))
              // Whole the first time, and H2 given its half second; then in the middle.
              .during(first ? Duration.ofSeconds(2) : Duration.ZERO)
              .until(() -> read(port) >= (first ? part : 1));
        } finally {
          process.destroyForcibly().waitFor();
        }
      }
      assertEverythingOnce(broker);
    }
  }

  private static List<String> drafts() {
    List<String> drafts = new ArrayList<>();
    for (int i = 0; i < DRAFTS; i++) {
      drafts.add(Drafts.from("10.1." + i % ADDRESSES + ".1").at(i / ADDRESSES).json());
    }
    return drafts;
  }

  /** Lets a service in this process read what is left, and looks into its database. */
  private void assertEverythingOnce(TestBroker broker) throws IOException {
    try (RunningService service =
        RunningService.start(
            Map.of(
                "spring.datasource.url",
                "jdbc:h2:file:" + data.resolve("service/zhidun"),
                "zhidun.intake.enabled",
                "true",
                "zhidun.intake.kafka",
                broker.address()))) {
      JdbcClient jdbc = service.bean(JdbcClient.class);
      assertThat(count(jdbc, "detection")).as("stored before the last kill").isPositive();
      await().atMost(Duration.ofSeconds(60)).until(() -> count(jdbc, "detection") == DRAFTS);
      assertThat(jdbc.sql("select detections from alert").query(Integer.class).list())
          .hasSize(ADDRESSES)
          .containsOnly(DRAFTS / ADDRESSES);
      assertThat(count(jdbc, "detection_body")).isEqualTo(DRAFTS);
      assertThat(count(jdbc, "rejected_draft")).isZero();
    }
  }

  private static int count(JdbcClient jdbc, String table) {
    return jdbc.sql("select count(*) from " + table).query(Integer.class).single();
  }

  private Process start(TestBroker broker, int port) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            ZhidunService.class.getName());
    builder
        .environment()
        .putAll(
            Map.of(
                "SERVER_PORT", Integer.toString(port),
                "ZHIDUN_DATA", data.toString(),
                "ZHIDUN_KAFKA", broker.address(),
                "ZHIDUN_STREAM_URL", "",
                "ZHIDUN_AGENT_URL", ""));
    return builder
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(data.resolve("log").toFile()))
        .start();
  }

  /** How many drafts the service has read so far. */
  private static double read(int port) throws InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/actuator/prometheus"))
            .build();
    try {
      return HttpClient.newHttpClient()
          .send(request, HttpResponse.BodyHandlers.ofString())
          .body()
          .lines()
          .filter(line -> line.startsWith(READ))
          .mapToDouble(line -> Double.parseDouble(line.substring(READ.length())))
          .sum();
    } catch (IOException e) {
      return 0;
    }
  }
}
