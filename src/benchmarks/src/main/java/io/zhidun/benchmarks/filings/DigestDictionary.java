package io.zhidun.benchmarks.filings;

import com.github.luben.zstd.ZstdDictTrainer;
import io.zhidun.rules.filings.form.FilingLineWriter;
import io.zhidun.rules.filings.form.FilingLines;
import io.zhidun.rules.filings.record.FilingRecord;
import io.zhidun.rules.filings.text.Digest;
import io.zhidun.simulator.market.Market;
import io.zhidun.simulator.market.MarketLine;
import io.zhidun.simulator.market.MarketPlan;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;

/**
 * Makes the dictionary with which digests are packed, from a market of another seed than any that
 * is measured. A new dictionary is a new version of the codec: what was packed with the old one
 * cannot be read with it.
 */
public final class DigestDictionary {

  private static final long SEED = 4;
  private static final LocalDate FROM = LocalDate.of(2025, 4, 1);
  private static final double SCALE = 0.01;

  /** Small enough to hold the records' form, too small to hold the market's names. */
  private static final int BYTES = 16 << 10;

  private static final int SAMPLES = 32 << 20;
  private static final int EVERY = 3;

  private DigestDictionary() {}

  /** Writes the dictionary to the file that is named. */
  public static void main(String[] args) throws IOException {
    Market market = new Market(MarketPlan.of(SEED, FROM, 91, SCALE).detail(0.1));
    FilingLines lines =
        new FilingLines("not a secret, only samples".getBytes(StandardCharsets.US_ASCII));
    FilingLineWriter writer = FilingLineWriter.withoutTexts();
    ZstdDictTrainer trainer = new ZstdDictTrainer(SAMPLES, BYTES);
    long seen = 0;
    boolean room = true;
    while (room && market.hasNext()) {
      MarketLine line = market.next();
      for (FilingRecord record : lines.read(line.json()).records()) {
        if (seen++ % EVERY == 0) {
          room = trainer.addSample(writer.write(Digest.of(record).record()));
        }
      }
    }
    Files.write(Path.of(args[0]), trainer.trainSamples());
  }
}
