package io.zhidun.rules.filings.text;

/** How often each value from 0 to 1 was seen, in 1,024 steps: a quantile in bounded memory. */
final class Shares {

  private static final int STEPS = 1024;

  private final long[] counts = new long[STEPS + 1];
  private long total;

  void add(double value) {
    counts[step(value)]++;
    total++;
  }

  long total() {
    return total;
  }

  /** The share of values seen that are smaller. */
  double below(double value) {
    if (total == 0) {
      return 0;
    }
    long smaller = 0;
    for (int i = 0; i < step(value); i++) {
      smaller += counts[i];
    }
    return (double) smaller / total;
  }

  private static int step(double value) {
    return (int) Math.round(Math.max(0, Math.min(1, value)) * STEPS);
  }
}
