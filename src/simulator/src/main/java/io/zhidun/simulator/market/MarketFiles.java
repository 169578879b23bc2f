package io.zhidun.simulator.market;

import io.zhidun.simulator.market.scheme.Truth;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** A market in files: {@code filings.ndjson} and {@code market-truth.ndjson}. */
public final class MarketFiles {
  private static final int BUFFER = 1 << 20;

  private MarketFiles() {}

  /**
   * Writes the whole market.
   *
   * @return how many lines it has
   * @throws IllegalArgumentException when the folder holds another market
   */
  public static long write(Path folder, MarketPlan plan) throws IOException {
    Path filings = folder.resolve("filings.ndjson");
    if (Files.exists(filings)) {
      throw new IllegalArgumentException(folder + " holds the filings of another run");
    }
    Files.createDirectories(folder);
    Market market = new Market(plan);
    long lines = 0;
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(filings), BUFFER)) {
      while (market.hasNext()) {
        out.write(market.next().json());
        out.write('\n');
        lines++;
      }
    }
    writeTruth(folder, market);
    return lines;
  }

  /** Writes what is true so far, in place of what was. */
  static void writeTruth(Path folder, Market market) throws IOException {
    Files.createDirectories(folder);
    List<String> lines = market.truth().stream().map(Truth::json).toList();
    Path part = folder.resolve("market-truth.ndjson.part");
    Files.write(part, lines);
    Files.move(part, folder.resolve("market-truth.ndjson"), StandardCopyOption.REPLACE_EXISTING);
  }
}
