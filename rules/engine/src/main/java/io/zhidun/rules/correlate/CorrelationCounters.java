package io.zhidun.rules.correlate;

import java.util.concurrent.atomic.LongAdder;

/** What correlations could not use as they should, for the metrics. Safe for all threads. */
public final class CorrelationCounters {
  private final LongAdder late = new LongAdder();
  private final LongAdder repeated = new LongAdder();
  private final LongAdder settledEarly = new LongAdder();
  private final LongAdder notNumbers = new LongAdder();
  private final LongAdder crowdedOut = new LongAdder();

  void countLate() {
    late.increment();
  }

  void countRepeated() {
    repeated.increment();
  }

  void countSettledEarly(long matches) {
    settledEarly.add(matches);
  }

  void countNotNumbers(long values) {
    notNumbers.add(values);
  }

  void countCrowdedOut(long numbers) {
    crowdedOut.add(numbers);
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

  /** Settled values that a correlation should compute with and that are no numbers. */
  public long notNumbers() {
    return notNumbers.sum();
  }

  /** Settled numbers that left before their time because their group held too many. */
  public long crowdedOut() {
    return crowdedOut.sum();
  }
}
