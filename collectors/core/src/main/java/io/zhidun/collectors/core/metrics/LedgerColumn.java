package io.zhidun.collectors.core.metrics;

import io.zhidun.collectors.core.SourceCounters;
import io.zhidun.collectors.core.Stamp;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One source's running account: turns counters into the differences the ledger wants. */
public final class LedgerColumn {
  private static final String HOP = "collect";

  private final String collector;
  private final String source;
  private long in;
  private long out;
  private long rejected;

  public LedgerColumn(String collector, String source) {
    this.collector = collector;
    this.source = source;
  }

  /**
   * The entry for the time since the call before, or null if nothing happened. Numbers have no
   * holes, so the first acknowledged follows from the last and the count.
   */
  public @Nullable LedgerEntry next(SourceCounters counters, Stamp ackedNow, Instant minute) {
    long inNow = counters.in();
    long outNow = counters.out();
    long rejectedNow = counters.rejected();
    if (inNow == in && outNow == out && rejectedNow == rejected) {
      return null;
    }
    long moved = outNow - out;
    LedgerEntry entry =
        new LedgerEntry(
            HOP,
            collector,
            source,
            minute,
            inNow - in,
            outNow - out,
            rejectedNow - rejected,
            ackedNow.epoch(),
            moved > 0 ? Math.max(0, ackedNow.sequence() - moved + 1) : -1,
            moved > 0 ? ackedNow.sequence() : -1);
    in = inNow;
    out = outNow;
    rejected = rejectedNow;
    return entry;
  }
}
