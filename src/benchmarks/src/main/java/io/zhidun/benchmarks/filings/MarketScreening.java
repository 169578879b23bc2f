package io.zhidun.benchmarks.filings;

import io.zhidun.benchmarks.CpuClock;
import io.zhidun.rules.filings.form.FilingLines;
import io.zhidun.rules.filings.form.FormRead;
import io.zhidun.rules.filings.judge.FilingRules;
import io.zhidun.rules.filings.judge.Indication;
import io.zhidun.rules.filings.record.Filing;
import io.zhidun.rules.filings.record.FilingRecord;
import io.zhidun.rules.filings.screen.DigestCodec;
import io.zhidun.rules.filings.screen.FilingScreen;
import io.zhidun.rules.filings.screen.Latest;
import io.zhidun.rules.filings.signal.SignalSink;
import io.zhidun.rules.filings.text.Digest;
import io.zhidun.simulator.market.Market;
import io.zhidun.simulator.market.MarketLine;
import io.zhidun.simulator.market.MarketPlan;
import io.zhidun.simulator.market.scheme.Truth;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A simulated market through the screen, and what stands at its end. */
final class MarketScreening {

  private static final byte[] KEY =
      "a key for simulated people".getBytes(StandardCharsets.US_ASCII);

  private static final int SAMPLE = 97;

  private final DigestCodec codec = new DigestCodec(KEY);
  private Market market;
  private final FilingLines lines = new FilingLines(KEY);
  private final FilingScreen screen;
  private final Latest latest = new Latest();
  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private long filings;
  private long records;
  private long unread;
  private long nanos;
  private long digestBytes;
  private long filingBytes;

  MarketScreening(MarketPlan plan, @Nullable SignalSink listener) {
    market = new Market(plan);
    screen = FilingScreen.shipped(FilingRules.shipped(), listener);
  }

  /** Another market follows, on the same screen. */
  void goOn(MarketPlan plan) {
    market = new Market(plan);
  }

  /** Screens until so many filings were seen, or all. */
  MarketScreening run(long mostFilings) {
    long begin = CpuClock.nanos();
    long made = 0;
    while (filings < mostFilings) {
      long making = threads.getCurrentThreadCpuTime();
      MarketLine line = market.hasNext() ? market.next() : null;
      made += threads.getCurrentThreadCpuTime() - making;
      if (line == null) {
        break;
      }
      see(line.json());
    }
    nanos += CpuClock.nanos() - begin - made;
    return this;
  }

  private void see(byte[] line) {
    FormRead read = lines.read(line);
    unread += read.faults().size();
    for (FilingRecord record : read.records()) {
      records++;
      filings += record instanceof Filing ? 1 : 0;
      Digest digest = Digest.of(record);
      screen.see(digest, latest);
      if (records % SAMPLE == 0) {
        long bytes = (long) SAMPLE * codec.write(digest).length;
        digestBytes += bytes;
        filingBytes += record instanceof Filing ? bytes : 0;
      }
    }
  }

  List<Indication> indications() {
    return latest.all();
  }

  /** Complete when all was seen. */
  List<Truth> truth() {
    return market.truth();
  }

  long filings() {
    return filings;
  }

  /** Filings, changes, actions and register entries. */
  long records() {
    return records;
  }

  long unread() {
    return unread;
  }

  /** What the stream would keep, from a sample of the records. */
  long digestBytes() {
    return digestBytes;
  }

  /** The same of filings alone. */
  long filingBytes() {
    return filingBytes;
  }

  /** CPU time of the process, its collector and compiler too, without the making of the lines. */
  double cpuSeconds() {
    return nanos / 1e9;
  }
}
