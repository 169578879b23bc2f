package io.zhidun.benchmarks.filings;

import io.zhidun.benchmarks.Figure;
import io.zhidun.rules.filings.form.FilingLines;
import io.zhidun.rules.filings.record.Filing;
import io.zhidun.rules.filings.record.FilingRecord;
import io.zhidun.rules.filings.screen.DigestCodec;
import io.zhidun.rules.filings.text.Digest;
import io.zhidun.simulator.market.Market;
import io.zhidun.simulator.market.MarketLine;
import io.zhidun.simulator.market.MarketPlan;
import io.zhidun.stream.filings.LogCheckpoints;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The history as the filing job keeps it: every digest of so many filings, their actions, changes
 * and entries in RocksDB, with incremental checkpoints while it grows.
 */
final class HistoryCheckpoint {

  private static final String NAME = "filings";
  private static final long SEED = 11;
  private static final double DETAIL = 0.1;
  private static final int SAMPLES = 200_000;
  private static final int CHECKPOINTS = 20;

  private final long history;

  HistoryCheckpoint(long history) {
    this.history = history;
  }

  List<Figure> run() throws IOException {
    Sample sample = sample();
    long digests = (long) ((double) history / sample.filings * sample.digests.size());
    Path folder = Files.createTempDirectory("zhidun-history");
    try {
      LogCheckpoints log = LogCheckpoints.of(sample.digests, digests, CHECKPOINTS, folder);
      return List.of(
          Figure.plain(NAME, "filings in the log", history, ""),
          Figure.plain(NAME, "digests in the log", digests, ""),
          Figure.atMost(NAME, "longest checkpoint of the log", log.longestSeconds(), "s", 30),
          Figure.atMost(NAME, "state of a filing on disk", log.bytes() / history, "B", 1_500),
          Figure.plain(NAME, "log read at a restart", log.replaySeconds(), "s"));
    } catch (IOException e) {
      throw e;
    } catch (Exception e) {
      throw new IOException("the log could not be kept", e);
    } finally {
      delete(folder);
    }
  }

  private static Sample sample() {
    byte[] key = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    FilingLines lines = new FilingLines(key);
    DigestCodec codec = new DigestCodec(key);
    Market market =
        new Market(MarketPlan.of(SEED, LocalDate.of(2026, 1, 1), 91, 0.05).detail(DETAIL));
    List<byte[]> digests = new ArrayList<>();
    long filings = 0;
    while (digests.size() < SAMPLES && market.hasNext()) {
      MarketLine line = market.next();
      for (FilingRecord record : lines.read(line.json()).records()) {
        // The register's entries come first and in a heap; the quarter's mixture comes after them.
        if (filings == 0 && !(record instanceof Filing)) {
          continue;
        }
        filings += record instanceof Filing ? 1 : 0;
        digests.add(codec.write(Digest.of(record)));
      }
    }
    return new Sample(digests, filings);
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }

  private record Sample(List<byte[]> digests, long filings) {}
}
