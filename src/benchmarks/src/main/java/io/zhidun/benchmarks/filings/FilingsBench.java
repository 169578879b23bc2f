package io.zhidun.benchmarks.filings;

import io.zhidun.benchmarks.Figure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code zhidun bench filings}: recall on real texts, precision and recall of schemes, speed. */
public final class FilingsBench {

  private final Path data;

  /**
   * @param data folder of the test data
   */
  public FilingsBench(Path data) {
    this.data = data;
  }

  public List<Figure> run() throws IOException {
    List<Figure> figures = new ArrayList<>();
    figures.addAll(new TextRecall(data.resolve("filings/text/abstracts-zh.txt")).run());
    return figures;
  }
}
