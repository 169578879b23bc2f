package io.zhidun.benchmarks.filings;

import io.zhidun.benchmarks.Figure;
import io.zhidun.benchmarks.Installation;
import io.zhidun.benchmarks.Statistics;
import io.zhidun.testkit.ServiceClient;
import io.zhidun.testkit.TemporaryFolder;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/**
 * From the posting of a filing to its indication readable through the API: each trial posts a text
 * and, later, the same text of another applicant.
 */
final class FilingLatency {

  private static final String NAME = "filings";
  private static final String PASSWORD = "Kuai-Le-Shen-2026";
  private static final int WARM_UP = 20;
  private static final long GIVE_UP_NANOS = 30_000_000_000L;
  private static final int[] WEIGHTS = {2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5};

  private final Path checkout;
  private final int trials;
  private final Random random = new Random(42);
  private final HttpClient http = HttpClient.newHttpClient();
  private int serial = 1_000_000;
  private int missed;

  FilingLatency(Path checkout, int trials) {
    this.checkout = checkout;
    this.trials = trials;
  }

  List<Figure> run() throws IOException, InterruptedException {
    try (TemporaryFolder folder = TemporaryFolder.create("zhidun-filings");
        Installation installation = new Installation(checkout, folder.path())) {
      installation.startKafka();
      installation.startStreamWithFilings();
      installation.startAgentForFilings();
      installation.startService(PASSWORD);
      ServiceClient client = ServiceClient.signIn(installation.service(), "operator", PASSWORD);
      measure(installation, client, WARM_UP);
      missed = 0;
      List<Double> millis = measure(installation, client, trials);
      return List.of(
          Figure.plain(NAME, "submitted to shown, p50", Statistics.median(millis), "ms"),
          Figure.atMost(
              NAME, "submitted to shown, p99", Statistics.quantile(millis, 0.99), "ms", 3_000),
          Figure.exactly(NAME, "indications that never came", missed, "", 0));
    }
  }

  private List<Double> measure(Installation installation, ServiceClient client, int count)
      throws IOException, InterruptedException {
    List<Double> millis = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double latency = trial(installation, client);
      if (latency < 0) {
        missed++;
      } else {
        millis.add(latency);
      }
    }
    return millis;
  }

  private double trial(Installation installation, ServiceClient client)
      throws IOException, InterruptedException {
    String text = text();
    String copyist = "试验" + serial + "有限公司";
    post(installation, filing("原创" + serial + "有限公司", "一种装置", text));
    LockSupport.parkNanos(200_000_000L + random.nextInt(400_000_000));
    long start = System.nanoTime();
    post(installation, filing(copyist, "另一名称的设备", text));
    while (System.nanoTime() - start < GIVE_UP_NANOS) {
      if (client
              .get("/api/v1/filing-cases?q=" + URLEncoder.encode(copyist, StandardCharsets.UTF_8))
              .path("total")
              .asInt()
          > 0) {
        return (System.nanoTime() - start) / 1e6;
      }
      LockSupport.parkNanos(5_000_000);
    }
    return -1;
  }

  private void post(Installation installation, String line)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(installation.filings())
            .header("Content-Type", "application/x-ndjson")
            .header("Zhidun-Source", "filings")
            .POST(HttpRequest.BodyPublishers.ofString(line + "\n"))
            .build();
    int status = http.send(request, BodyHandlers.discarding()).statusCode();
    if (status != 202) {
      throw new IOException("the agent answered " + status);
    }
  }

  private String filing(String applicant, String title, String text) {
    return "{\"applicationNumber\":\""
        + number()
        + "\",\"applType\":\"invention\",\"submittedAt\":\""
        + Instant.now()
        + "\",\"inventionTitle\":\""
        + title
        + "\",\"abstract\":\""
        + text
        + "\",\"applicants\":[\""
        + applicant
        + "\"]}";
  }

  private String number() {
    String digits = "20261" + String.format("%07d", serial++);
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      sum += WEIGHTS[i] * (digits.charAt(i) - '0');
    }
    int check = sum % 11;
    return digits + (check == 10 ? "X" : String.valueOf(check));
  }

  private String text() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 200; i++) {
      text.append((char) (0x4e00 + random.nextInt(3_000)));
    }
    return text.toString();
  }
}
