package io.zhidun.rules.filings.mark;

/**
 * The quantiles of many counts that change: exact to 64, then in steps of a sixteenth, so that a
 * quantile is at most 6 % too high. A fixed 16 KB.
 */
final class Sizes {

  private static final int EXACT = 64;
  private static final int STEPS = 16;
  private static final int BUCKETS = EXACT + STEPS * 26;

  private final long[] counts = new long[BUCKETS];
  private long total;

  /** One of the counts goes from one value to another; 0 is not counted. */
  void move(int from, int to) {
    change(from, -1);
    change(to, 1);
  }

  long total() {
    return total;
  }

  /** The least bucket's upper end that this share of the counts does not exceed. */
  int quantile(double share) {
    long rank = (long) Math.ceil(share * total);
    long seen = 0;
    for (int bucket = 0; bucket < BUCKETS; bucket++) {
      seen += counts[bucket];
      if (seen >= rank && seen > 0) {
        return upper(bucket);
      }
    }
    return 0;
  }

  private void change(int value, int by) {
    if (value > 0) {
      counts[bucket(value)] += by;
      total += by;
    }
  }

  private static int bucket(int value) {
    if (value < EXACT) {
      return value;
    }
    int power = 31 - Integer.numberOfLeadingZeros(value);
    int step = (value >>> (power - 4)) & 15;
    return EXACT + (power - 6) * STEPS + step;
  }

  private static int upper(int bucket) {
    if (bucket < EXACT) {
      return bucket;
    }
    int power = (bucket - EXACT) / STEPS + 6;
    int step = (bucket - EXACT) % STEPS;
    return (int) Math.min(Integer.MAX_VALUE, ((16L + step + 1) << (power - 4)) - 1);
  }
}
