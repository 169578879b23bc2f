package io.zhidun.benchmarks;

import io.zhidun.events.Json;
import io.zhidun.events.LiveRule;
import io.zhidun.events.Topics;
import io.zhidun.testkit.Await;
import io.zhidun.testkit.TemporaryFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * All of SigmaHQ's rules as a site's own, every one changed and all published again while 20,000
 * lines a second run through the installation. Every line must come out once, and every failed
 * sign-in be detected once, by one version of the rule or the next.
 */
final class ReloadBench {
  private static final String NAME = "reload";
  private static final String ID = "d0000000-0000-4000-8000-000000000001";
  private static final int LINES_PER_SECOND = 20_000;
  private static final int RELOADS = 3;
  private static final long WARM_UP_MILLIS = 20_000;
  private static final long CALM_MILLIS = 10_000;
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final String OUT = "zhidun_stream_records_total{outcome=\"out\"}";
  private static final String SET = "zhidun_stream_rule_set";

  private final Path checkout;
  private final SigmaTexts sigma;
  private final List<Double> reloadMillis = new ArrayList<>();
  private long calmFrom;
  private long reloadsFrom;
  private long reloadsTo;

  /**
   * @param sigma holds SigmaHQ's rule folders
   */
  ReloadBench(Path checkout, Path sigma) throws IOException {
    this.checkout = checkout;
    this.sigma = new SigmaTexts(sigma);
  }

  List<Figure> run() throws IOException, InterruptedException {
    try (TemporaryFolder folder = TemporaryFolder.create("zhidun-reload");
        Installation installation = new Installation(checkout, folder.path())) {
      Path followed = Files.createFile(folder.path().resolve("mixed.log"));
      installation.startKafka();
      installation.startStream();
      installation.startAgent(followed);
      try (RulePublisher rules = new RulePublisher(installation.kafka())) {
        reload(installation, rules, 0);
        reloadMillis.clear();
        NumberedLoad load = new NumberedLoad(followed, LINES_PER_SECOND);
        try (load) {
          Thread.sleep(WARM_UP_MILLIS);
          calmFrom = System.currentTimeMillis();
          Thread.sleep(CALM_MILLIS);
          reloadsFrom = System.currentTimeMillis();
          for (int i = 1; i <= RELOADS; i++) {
            reload(installation, rules, i);
            Thread.sleep(CALM_MILLIS / 2);
          }
          reloadsTo = System.currentTimeMillis();
        }
        Await.until(
            PATIENCE,
            load.written() + " lines through the stream",
            () -> installation.streamCounter(OUT) >= load.written());
        Thread.sleep(1_000);
        return figures(installation, load);
      }
    }
  }

  private void reload(Installation installation, RulePublisher rules, int variant) {
    List<LiveRule> texts = sigma.variant(variant);
    texts.add(everyFailure(variant));
    long start = System.nanoTime();
    long number = rules.publish(texts);
    Await.until(PATIENCE, "rule set " + number, () -> installation.streamCounter(SET) >= number);
    reloadMillis.add((System.nanoTime() - start) / 1e6);
    System.err.printf(
        "set %d in force after %,.0f ms%n", number, reloadMillis.get(reloadMillis.size() - 1));
  }

  private static LiveRule everyFailure(int variant) {
    return LiveRule.of(
        ID,
        "every-failure.yml",
        """
        title: Every failed sign-in
        id: %s
        name: every-failure
        logsource: {product: linux, service: sshd}
        detection:
            selection: {event.action: ssh-login, event.outcome: failure}
            variant: {bench.variant: v%d}
            condition: selection or variant
        level: low
        """
            .formatted(ID, variant));
  }

  private List<Figure> figures(Installation installation, NumberedLoad load) {
    Flow events = Flow.read(installation.kafka(), Topics.EVENTS);
    Flow detections = detections(installation.kafka());
    long failures = load.written() / NumberedLoad.FAILURE_EVERY;
    return List.of(
        Figure.plain(NAME, "rules published again", sigma.size() + 1, "rules"),
        Figure.atLeast(NAME, "load kept up", load.linesPerSecond(), "lines/s", 19_900),
        Figure.plain(NAME, "lines", load.written(), "lines"),
        Figure.exactly(NAME, "events lost", events.lost(load.written()), "events", 0),
        Figure.exactly(NAME, "events doubled", events.doubled(), "events", 0),
        Figure.exactly(NAME, "detections lost", detections.lost(failures), "detections", 0),
        Figure.exactly(NAME, "detections doubled", detections.doubled(), "detections", 0),
        Figure.plain(NAME, "from publishing to in force", Statistics.median(reloadMillis), "ms"),
        Figure.plain(
            NAME,
            "longest pause of the event flow, calm",
            events.longestPause(calmFrom, reloadsFrom),
            "ms"),
        Figure.atMost(
            NAME,
            "longest pause of the event flow, reloading",
            events.longestPause(reloadsFrom, reloadsTo),
            "ms",
            500));
  }

  private static Flow detections(String kafka) {
    return Flow.read(
        kafka,
        Topics.DETECTIONS,
        value ->
            Json.mapper()
                .readTree(value)
                .path("detection")
                .path("rule")
                .path("id")
                .asString()
                .equals(ID));
  }
}
