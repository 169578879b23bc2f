package io.zhidun.benchmarks.metrics;

import io.zhidun.benchmarks.Figure;
import io.zhidun.measure.ensemble.EnsembleDetector;
import io.zhidun.measure.nab.NabCorpus;
import io.zhidun.measure.nab.NabProfile;
import io.zhidun.measure.nab.NabScore;
import io.zhidun.measure.nab.NabSeries;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code zhidun bench metrics}: quality on labelled series, cost, forecasts, and a quiet week. */
public final class MetricsBench {
  private static final String NAME = "metrics";
  private static final double SHIPPED = EnsembleDetector.THRESHOLD;

  private final Path data;

  /**
   * @param data folder of the published series
   */
  public MetricsBench(Path data) {
    this.data = data;
  }

  public List<Figure> run() throws IOException {
    List<Figure> figures = new ArrayList<>();
    figures.addAll(quality());
    figures.addAll(cost());
    figures.addAll(forecasts());
    figures.addAll(quietWeek());
    return figures;
  }

  private List<Figure> quality() throws IOException {
    List<NabSeries> series = NabCorpus.read(data);
    double[] ends = ScoredCorpus.ends(series);
    ScoredCorpus published = ScoredCorpus.of(series);
    ScoredCorpus made = ScoredCorpus.of(SyntheticSeries.corpus(64, 11));
    List<Figure> figures = new ArrayList<>();
    figures.add(Figure.exactly(NAME, "NAB, silence", ends[0], "points", 0));
    figures.add(Figure.exactly(NAME, "NAB, foresight", ends[1], "points", 100));
    NabScore score = published.score(SHIPPED, NabProfile.STANDARD);
    figures.add(Figure.atLeast(NAME, "NAB, standard", score.normalised(), "points", 62));
    figures.add(
        normalised("NAB, low false positives", published, NabProfile.REWARD_LOW_FALSE_POSITIVES));
    figures.add(
        normalised("NAB, low false negatives", published, NabProfile.REWARD_LOW_FALSE_NEGATIVES));
    figures.add(Figure.atLeast(NAME, "NAB, precision of alerts", score.precision(), "", 0.35));
    figures.add(Figure.plain(NAME, "NAB, windows caught", score.caught(), "of " + score.windows()));
    figures.add(Figure.plain(NAME, "NAB, alerts", score.alerts(), "alerts"));
    figures.add(
        Figure.plain(NAME, "NAB, threshold from the other half", published.heldOut(50), "points"));
    for (int i = 0; i < series.size(); i++) {
      figures.add(ofOne(series.get(i), published.score(i, SHIPPED, NabProfile.STANDARD)));
    }
    NabScore other = made.score(SHIPPED, NabProfile.STANDARD);
    figures.add(Figure.plain(NAME, "made series, standard", other.normalised(), "points"));
    figures.add(Figure.plain(NAME, "made series, precision", other.precision(), ""));
    return figures;
  }

  private static Figure normalised(String what, ScoredCorpus corpus, NabProfile profile) {
    return Figure.plain(NAME, what, corpus.score(SHIPPED, profile).normalised(), "points");
  }

  private static Figure ofOne(NabSeries series, NabScore score) {
    String name = series.name().substring(series.name().indexOf('/') + 1).replace(".csv", "");
    return score.windows() == 0
        ? Figure.plain(NAME, name, score.alerts(), "false alerts")
        : Figure.plain(NAME, name, score.normalised(), "points");
  }

  private static List<Figure> cost() {
    DetectorCost cost = new DetectorCost();
    return List.of(
        Figure.atLeast(
            NAME, "always-on detectors together", cost.watchSpeed(100), "samples/CPU-s", 400_000),
        Figure.atLeast(NAME, "ensemble", cost.ensembleSpeed(20), "samples/CPU-s", 60_000),
        Figure.atMost(
            NAME,
            "always-on, over 100,000 series",
            cost.watchBytes(100_000),
            "bytes/series",
            49_152),
        Figure.plain(NAME, "ensemble", cost.ensembleBytes(2_000), "bytes/series"));
  }

  private static List<Figure> forecasts() {
    ForecastTrials trials = new ForecastTrials();
    trials.run(200);
    List<Double> hours = trials.warningHours();
    List<Double> errors = trials.errors();
    return List.of(
        Figure.atLeast(NAME, "exhaustion, shortest warning", hours.get(0), "h", 24),
        Figure.plain(NAME, "exhaustion, median warning", hours.get(hours.size() / 2), "h"),
        Figure.plain(NAME, "exhaustion, median error", 100 * errors.get(errors.size() / 2), "%"),
        Figure.atMost(
            NAME,
            "exhaustion, error of 19 of 20",
            100 * errors.get(errors.size() * 19 / 20),
            "%",
            20),
        Figure.plain(NAME, "exhaustion, largest error", 100 * errors.get(errors.size() - 1), "%"));
  }

  private static List<Figure> quietWeek() {
    int systems = 10;
    QuietWeek week = new QuietWeek();
    week.run(systems);
    double all = week.watched() + week.joined();
    return List.of(
        Figure.atMost(NAME, "false alerts in a quiet week", all / systems, "a system", 1),
        Figure.plain(NAME, "of them the always-on detectors", week.watched(), "in ten systems"),
        Figure.plain(NAME, "ensemble before the quorum", week.single(), "in ten systems"));
  }
}
