package io.zhidun.simulator.market;

import io.zhidun.simulator.time.Pace;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Sends a market to a collector as it happens, and keeps the file of the truth. */
public final class MarketFeed {
  private static final int MOST_LINES = 500;
  private static final int MOST_BYTES = 1 << 20;

  /** Lines of so short a time go together. */
  private static final Duration GATHER = Duration.ofMillis(150);

  private static final Duration TRUTH_EVERY = Duration.ofSeconds(10);

  private final Market market;
  private final Pace pace;
  private final MarketPoster poster;
  private final Path folder;
  private final List<byte[]> batch = new ArrayList<>();
  private int bytes;
  private Instant truthWritten = Instant.EPOCH;

  /**
   * @param folder of {@code market-truth.ndjson}
   * @param complaints told what the collector refuses for good
   */
  public MarketFeed(Market market, Pace pace, URI url, Path folder, Consumer<String> complaints) {
    this.market = market;
    this.pace = pace;
    this.poster = new MarketPoster(url, pace, complaints);
    this.folder = folder;
  }

  /** Sends until the market is over or the pace is stopped. */
  public void run() throws IOException {
    boolean going = true;
    while (going && market.hasNext()) {
      MarketLine line = market.next();
      boolean due = !line.time().isAfter(pace.now());
      if (!due) {
        going = flush() && pace.reach(line.time().plus(GATHER));
      }
      batch.add(line.json());
      bytes += line.json().length;
      if (going && (batch.size() >= MOST_LINES || bytes >= MOST_BYTES)) {
        going = flush();
      }
    }
    if (going) {
      flush();
    }
    MarketFiles.writeTruth(folder, market);
  }

  private boolean flush() throws IOException {
    if (batch.isEmpty()) {
      return true;
    }
    boolean posted = poster.post(List.copyOf(batch));
    batch.clear();
    bytes = 0;
    if (!truthWritten.plus(TRUTH_EVERY).isAfter(pace.now())) {
      truthWritten = pace.now();
      MarketFiles.writeTruth(folder, market);
    }
    return posted;
  }
}
