package io.zhidun.benchmarks.filings;

import io.zhidun.benchmarks.Figure;
import io.zhidun.rules.filings.judge.Indication;
import io.zhidun.rules.filings.judge.Tier;
import io.zhidun.simulator.market.MarketPlan;
import io.zhidun.simulator.market.scheme.Truth;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A simulated quarter with schemes of every kind through the screen, then more filings until the
 * history is there on which the speed is measured.
 */
final class MarketQuarter {

  private static final String NAME = "filings";
  private static final LocalDate FROM = LocalDate.of(2026, 1, 1);
  private static final int DAYS = 91;
  private static final double DETAIL = 0.1;
  private static final long SEED = 20261127;

  private final double scale;
  private final long history;
  private final long measured;
  private final Path plot;

  /**
   * @param scale share of the office's real volume
   * @param history filings before the speed is measured
   * @param plot file for the picture of precision and recall
   */
  MarketQuarter(double scale, long history, Path plot) {
    this.scale = scale;
    this.history = history;
    this.plot = plot;
    measured = Math.max(2_000, history / 20);
  }

  List<Figure> run() throws IOException {
    MarketPlan plan = MarketPlan.of(SEED, FROM, DAYS, scale).detail(DETAIL);
    MarketScreening screening = new MarketScreening(plan, null).run(Long.MAX_VALUE);
    List<Indication> indications = screening.indications();
    List<Truth> truth = screening.truth();
    List<Figure> figures = new ArrayList<>();
    figures.add(Figure.plain(NAME, "filings of the simulated quarter", screening.filings(), ""));
    figures.add(Figure.exactly(NAME, "lines that could not be read", screening.unread(), "", 0));
    figures.addAll(kinds(truth, indications));
    LinkedGroupScores groups = new LinkedGroupScores(truth, indications);
    figures.add(Figure.plain(NAME, "linked groups", groups.groups(), ""));
    figures.add(Figure.atLeast(NAME, "precision of linked groups", groups.precision(), "", 0.95));
    figures.add(
        Figure.exactly(
            NAME, "groups with a look-alike's members", groups.mergedNegatives(), "", 0));
    figures.forEach(figure -> System.err.println("  " + figure.figure() + " " + figure.value()));
    figures.addAll(speed(screening));
    return figures;
  }

  private List<Figure> kinds(List<Truth> truth, List<Indication> indications) throws IOException {
    Map<String, KindScores.Score> scores =
        new KindScores(truth, indications, Tier.WARNING).expected();
    List<Figure> figures = new ArrayList<>();
    scores.forEach(
        (kind, score) -> {
          figures.add(Figure.atLeast(NAME, kind + " precision", score.precision(), "", 0.9));
          figures.add(Figure.atLeast(NAME, kind + " recall", score.recall(), "", 0.8));
        });
    String title =
        String.format(
            Locale.ROOT, "Indications at 预警 and above, simulated quarter, scale %.2f", scale);
    Files.writeString(plot, KindPlot.of(scores, title));
    return figures;
  }

  private List<Figure> speed(MarketScreening screening) {
    LocalDate from = FROM.plusDays(DAYS);
    while (screening.filings() < history) {
      screening.goOn(MarketPlan.quiet(from.toEpochDay(), from, DAYS, scale).detail(DETAIL));
      screening.run(history);
      from = from.plusDays(DAYS);
    }
    long filings = screening.filings();
    double own = (double) screening.filingBytes() / filings;
    double all = (double) screening.digestBytes() / filings;
    double seconds = screening.cpuSeconds();
    screening.goOn(MarketPlan.quiet(from.toEpochDay(), from, DAYS, scale).detail(DETAIL));
    screening.run(filings + measured);
    double rate = (screening.filings() - filings) / (screening.cpuSeconds() - seconds);
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    double heap = (double) (runtime.totalMemory() - runtime.freeMemory()) / screening.filings();
    return List.of(
        Figure.plain(NAME, "filings in the history", filings, ""),
        Figure.atLeast(NAME, "filings per CPU-second on it", rate, "filings/CPU-s", 1_500),
        Figure.atMost(NAME, "state of a filing", own, "B", 1_500),
        Figure.plain(NAME, "state of a filing with its actions and entries", all, "B"),
        Figure.plain(NAME, "heap of a filing with all that belongs to it", heap, "B"));
  }
}
