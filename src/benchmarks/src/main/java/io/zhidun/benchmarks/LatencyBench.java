package io.zhidun.benchmarks;

import io.zhidun.testkit.Alert;
import io.zhidun.testkit.ServiceClient;
import io.zhidun.testkit.TemporaryFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/**
 * From the triggering line written to a file to the alert readable through the API: five failed
 * sign-ins of one address, the clock starts when the fifth is written. Idle, and with a thousand
 * other lines a second.
 */
final class LatencyBench {
  private static final String NAME = "latency";
  private static final String PASSWORD = "Seven-Lanterns-2026-x7";
  private static final int WARM_UP = 20;
  private static final int LINES_PER_SECOND = 1000;
  private static final long GIVE_UP_NANOS = 20_000_000_000L;
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("MMM ppd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final Path checkout;
  private final int trials;
  private final Random random = new Random(42);
  private int missed;
  private int address;

  LatencyBench(Path checkout, int trials) {
    this.checkout = checkout;
    this.trials = trials;
  }

  List<Figure> run() throws IOException, InterruptedException {
    List<Figure> figures = new ArrayList<>();
    try (TemporaryFolder folder = TemporaryFolder.create("zhidun-latency");
        Installation installation = new Installation(checkout, folder.path())) {
      Path followed = Files.createFile(folder.path().resolve("mixed.log"));
      installation.startKafka();
      installation.startStream();
      installation.startAgent(followed);
      installation.startService(PASSWORD);
      ServiceClient client = ServiceClient.signIn(installation.service(), "operator", PASSWORD);
      measure(client, followed, WARM_UP);
      missed = 0;
      figures.addAll(report("idle", measure(client, followed, trials)));
      try (BackgroundLoad load = new BackgroundLoad(followed, LINES_PER_SECOND)) {
        figures.addAll(report(LINES_PER_SECOND + " lines/s", measure(client, followed, trials)));
        figures.add(
            Figure.atLeast(NAME, "background load kept up", load.linesPerSecond(), "lines/s", 900));
      }
      figures.add(Figure.exactly(NAME, "alerts that never came", missed, "alerts", 0));
    }
    return figures;
  }

  private List<Double> measure(ServiceClient client, Path followed, int count) throws IOException {
    List<Double> millis = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      LockSupport.parkNanos(100_000_000L + random.nextInt(200_000_000));
      double latency = trial(client, followed);
      if (latency < 0) {
        missed++;
      } else {
        millis.add(latency);
      }
    }
    return millis;
  }

  private double trial(ServiceClient client, Path followed) throws IOException {
    String source = "2001:db8:1::" + Integer.toHexString(++address);
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 5; i++) {
      lines
          .append(STAMP.format(Instant.now()))
          .append(" gate sshd[")
          .append(1000 + i)
          .append("]: Failed password for invalid user admin from ")
          .append(source)
          .append(" port ")
          .append(40000 + i)
          .append(" ssh2\n");
    }
    byte[] bytes = lines.toString().getBytes(StandardCharsets.US_ASCII);
    long start = System.nanoTime();
    Files.write(followed, bytes, StandardOpenOption.APPEND);
    while (System.nanoTime() - start < GIVE_UP_NANOS) {
      List<Alert> found = client.alerts("field=source.ip:" + source.replace(":", "%3A"));
      if (!found.isEmpty()) {
        return (System.nanoTime() - start) / 1e6;
      }
      LockSupport.parkNanos(2_000_000);
    }
    return -1;
  }

  private static List<Figure> report(String load, List<Double> millis) {
    return List.of(
        Figure.atMost(NAME, "p50, " + load, Statistics.median(millis), "ms", 300),
        Figure.atMost(NAME, "p99, " + load, Statistics.quantile(millis, 0.99), "ms", 1000),
        Figure.plain(NAME, "trials, " + load, millis.size(), "trials"));
  }
}
