package io.zhidun.benchmarks.filings;

import io.zhidun.rules.filings.form.FilingLines;
import io.zhidun.rules.filings.form.FormRead;
import io.zhidun.rules.filings.judge.FilingRules;
import io.zhidun.rules.filings.judge.Indication;
import io.zhidun.rules.filings.record.Filing;
import io.zhidun.rules.filings.record.FilingRecord;
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

  private static final byte[] KEY = "a key for simulated people".getBytes(StandardCharsets.US_ASCII);

  private final Market market;
  private final FilingLines lines = new FilingLines(KEY);
  private final FilingScreen screen;
  private final Latest latest = new Latest();
  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private long filings;
  private long records;
  private long unread;
  private long nanos;

  MarketScreening(MarketPlan plan, @Nullable SignalSink listener) {
    market = new Market(plan);
    screen = FilingScreen.shipped(FilingRules.shipped(), listener);
  }

  /** Screens until so many filings were seen, or all. */
  MarketScreening run(long mostFilings) {
    while (filings < mostFilings && market.hasNext()) {
      MarketLine line = market.next();
      long begin = threads.getCurrentThreadCpuTime();
      see(line.json());
      nanos += threads.getCurrentThreadCpuTime() - begin;
    }
    return this;
  }

  private void see(byte[] line) {
    FormRead read = lines.read(line);
    unread += read.faults().size();
    for (FilingRecord record : read.records()) {
      records++;
      filings += record instanceof Filing ? 1 : 0;
      screen.see(Digest.of(record), latest);
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

  /** CPU time of reading and screening, without the making of the lines. */
  double cpuSeconds() {
    return nanos / 1e9;
  }
}
