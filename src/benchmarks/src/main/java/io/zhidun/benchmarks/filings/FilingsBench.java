package io.zhidun.benchmarks.filings;

import io.zhidun.benchmarks.Figure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code zhidun bench filings}: recall on real texts, precision and recall of schemes, speed. */
public final class FilingsBench {

  private final Path data;
  private final MarketQuarter quarter;

  /**
   * @param data folder of the test data
   * @param scale share of the office's real volume that the simulated quarter has
   * @param history filings in memory when the speed is measured
   * @param plot file for the picture of precision and recall
   */
  public FilingsBench(Path data, double scale, long history, Path plot) {
    this.data = data;
    quarter = new MarketQuarter(scale, history, plot);
  }

  public List<Figure> run() throws IOException {
    List<Figure> figures = new ArrayList<>();
    figures.addAll(new TextRecall(data.resolve("filings/text/abstracts-zh.txt")).run());
    figures.addAll(quarter.run());
    return figures;
  }
}
