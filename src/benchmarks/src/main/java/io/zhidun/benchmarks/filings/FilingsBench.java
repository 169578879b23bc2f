package io.zhidun.benchmarks.filings;

import io.zhidun.benchmarks.Figure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code zhidun bench filings}: recall on real texts, precision and recall of schemes, speed. */
public final class FilingsBench {

  private final Path data;
  private final FilingLatency latency;
  private final HistoryCheckpoint log;
  private final MarketQuarter quarter;

  /**
   * @param checkout whose parts are started; the picture of precision and recall goes to its docs
   * @param trials of the time from submission to indication
   * @param data folder of the test data
   * @param scale share of the office's real volume that the simulated quarter has
   * @param history filings in memory when the speed is measured
   */
  public FilingsBench(Path checkout, int trials, Path data, double scale, long history) {
    this.data = data;
    latency = new FilingLatency(checkout, trials);
    Path plot = checkout.resolve("docs/filings-by-kind.svg");
    log = new HistoryCheckpoint(history);
    quarter = new MarketQuarter(scale, history, plot);
  }

  public List<Figure> run() throws IOException, InterruptedException {
    List<Figure> figures = new ArrayList<>();
    figures.addAll(new TextRecall(data.resolve("filings/text/abstracts-zh.txt")).run());
    figures.addAll(latency.run());
    figures.addAll(log.run());
    figures.addAll(quarter.run());
    return figures;
  }
}
