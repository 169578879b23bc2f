package io.zhidun.benchmarks;

import io.zhidun.testkit.Await;
import io.zhidun.testkit.TemporaryFolder;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A million lines through collector, Kafka and the security job with the events topic on, beside
 * the bare Flink job on the same file. Rounds alternate; in each round both sides start cold and
 * make three passes, so that cold and warm figures stand side by side.
 */
final class PipelineBench {
  private static final String NAME = "pipeline";
  private static final int BARE_PASSES = 3;

  /** More than the bare job's own: a larger program is warm later. */
  private static final int PASSES = 6;

  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final String OUT = "zhidun_stream_records_total{outcome=\"out\"}";

  private final Path checkout;
  private final Path shared;
  private final int rounds;
  private final List<Double> ownCold = new ArrayList<>();
  private final List<Double> ownWarm = new ArrayList<>();
  private final List<Double> allCold = new ArrayList<>();
  private final List<Double> allWarm = new ArrayList<>();
  private final List<Double> bareCold = new ArrayList<>();
  private final List<Double> bareWarm = new ArrayList<>();
  private final List<Double> startUps = new ArrayList<>();
  private int wrongPasses;

  PipelineBench(Path checkout, Path shared, int rounds) {
    this.checkout = checkout;
    this.shared = shared;
    this.rounds = rounds;
  }

  List<Figure> run() throws IOException, InterruptedException {
    try (TemporaryFolder folder = TemporaryFolder.create("zhidun-bench")) {
      Workload workload = new Workload(shared, folder.path());
      BareFlink bare = new BareFlink(shared, folder.path());
      bare.prepare();
      for (int round = 0; round < rounds; round++) {
        List<Double> figures = bare.passes(workload.file(0));
        bareCold.add(figures.get(0));
        bareWarm.addAll(figures.subList(1, BARE_PASSES));
        own(workload, folder.path().resolve("round-" + round));
        System.err.printf(
            "round %d: bare cold %,.0f warm %,.0f; stream cold %,.0f warm %,.0f lines/CPU-s%n",
            round + 1,
            figures.get(0),
            figures.get(2),
            ownCold.get(round),
            ownWarm.get(ownWarm.size() - 1));
      }
    }
    return figures();
  }

  private void own(Workload workload, Path data) throws IOException, InterruptedException {
    Files.createDirectories(data);
    Path followed = Files.createFile(data.resolve("mixed.log"));
    try (Installation installation = new Installation(checkout, data)) {
      installation.startKafka();
      installation.startStream();
      installation.startAgent(followed);
      startUps.add(CpuClock.seconds(installation.part("stream")));
      for (int pass = 0; pass < PASSES; pass++) {
        pass(workload, installation, followed, pass);
      }
      check(DetectionTally.read(installation.kafka()));
    }
  }

  private void pass(Workload workload, Installation installation, Path followed, int pass)
      throws IOException, InterruptedException {
    int lines = Workload.MILLION.lines();
    Path file = workload.file(pass);
    double before = CpuClock.seconds(installation.part("stream"));
    double allBefore = installation.cpuSeconds();
    try (OutputStream out = Files.newOutputStream(followed, StandardOpenOption.APPEND)) {
      Files.copy(file, out);
    }
    long wanted = (long) lines * (pass + 1);
    Await.until(
        PATIENCE,
        wanted + " lines through the stream",
        () -> {
          Thread.sleep(200);
          return installation.streamCounter(OUT) >= wanted;
        });
    double own = lines / (CpuClock.seconds(installation.part("stream")) - before);
    double all = lines / (installation.cpuSeconds() - allBefore);
    (pass == 0 ? ownCold : ownWarm).add(own);
    (pass == 0 ? allCold : allWarm).add(all);
  }

  private void check(DetectionTally tally) {
    Workload.Truth truth = Workload.MILLION;
    for (int pass = 0; pass < PASSES; pass++) {
      String date = "2026-03-" + (10 + pass);
      boolean equal =
          tally.groups("ssh-password-guessing", date) == truth.guessing()
              && tally.detections("ssh-password-guessing", date) == truth.guesses()
              && tally.groups("web-scan", date) == truth.scanning()
              && tally.detections("web-scan", date) == truth.scans();
      wrongPasses += equal ? 0 : 1;
      if (!equal) {
        System.err.printf(
            "%s: guessing %d over %d, scanning %d over %d%n",
            date,
            tally.detections("ssh-password-guessing", date),
            tally.groups("ssh-password-guessing", date),
            tally.detections("web-scan", date),
            tally.groups("web-scan", date));
      }
    }
  }

  private List<Figure> figures() {
    String rate = "lines/CPU-s";
    return List.of(
        Figure.exactly(
            NAME, "passes whose detections differ from the truth", wrongPasses, "passes", 0),
        Figure.plain(NAME, "bare Flink job, cold", Statistics.median(bareCold), rate),
        Figure.plain(NAME, "bare Flink job, warm", Statistics.median(bareWarm), rate),
        Figure.plain(NAME, "stream process, cold", Statistics.median(ownCold), rate),
        Figure.plain(NAME, "stream process, warm", Statistics.median(ownWarm), rate),
        Figure.plain(NAME, "stream, agent and Kafka, cold", Statistics.median(allCold), rate),
        Figure.plain(NAME, "stream, agent and Kafka, warm", Statistics.median(allWarm), rate),
        Figure.plain(NAME, "stream process, start-up", Statistics.median(startUps), "CPU-s"),
        Figure.atLeast(
            NAME,
            "stream process / bare job, cold",
            Statistics.median(ownCold) / Statistics.median(bareCold),
            "ratio",
            1.0),
        Figure.atLeast(
            NAME,
            "stream process / bare job, warm",
            Statistics.median(ownWarm) / Statistics.median(bareWarm),
            "ratio",
            1.0));
  }
}
