package io.zhidun.rules.correlate;

import java.util.concurrent.atomic.LongAdder;

/** What correlations could not use as they should, for the metrics. Safe for all threads. */
public final class CorrelationCounters {
  private final LongAdder late = new LongAdder();
  private final LongAdder repeated = new LongAdder();
  private final LongAdder settledEarly = new LongAdder();

  void countLate() {
    late.increment();
  }

  void countRepeated() {
    repeated.increment();
  }

  void countSettledEarly(long matches) {
    settledEarly.add(matches);
  }

  /** Matches older than what their group had settled. */
  public long late() {
    return late.sum();
  }

  /** Matches delivered again. */
  public long repeated() {
    return repeated.sum();
  }

  /** Matches settled before the watermark because their group held too many. */
  public long settledEarly() {
    return settledEarly.sum();
  }
}
