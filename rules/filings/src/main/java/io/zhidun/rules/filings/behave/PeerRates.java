package io.zhidun.rules.filings.behave;

/**
 * How many filings on one day are usual among peers of one size, counted in steps of a quarter
 * octave.
 */
final class PeerRates {

  static final int BANDS = 12;

  private static final int STEPS = 80;
  private static final int LEAST_DAYS = 1000;

  private final int[][] days = new int[BANDS][STEPS];
  private final int[] counts = new int[BANDS];
  private final double[] sums = new double[BANDS];
  private final double[] squares = new double[BANDS];

  /** The band of a company by its insured employees; 0 where unknown. */
  static int bandOfHeadcount(int headcount) {
    if (headcount < 0) {
      return 0;
    }
    int[] bounds = {10, 50, 300, 1000};
    int band = 1;
    while (band <= bounds.length && headcount >= bounds[band - 1]) {
      band++;
    }
    return band;
  }

  /** A day on which a peer filed. */
  void add(int band, double count) {
    days[band][step(count)]++;
    counts[band]++;
    sums[band] += count;
    squares[band] += count * count;
  }

  boolean areKnown(int band) {
    return counts[band] >= LEAST_DAYS;
  }

  /** Mean over the days on which peers filed; one where too few are known. */
  double mean(int band) {
    return areKnown(band) ? sums[band] / counts[band] : 1;
  }

  double variance(int band) {
    double mean = mean(band);
    return areKnown(band) ? Math.max(mean, squares[band] / counts[band] - mean * mean) : 3;
  }

  /** Share of the peers' days with fewer filings; one where too few are known. */
  double percentile(int band, double count) {
    if (!areKnown(band)) {
      return 1;
    }
    long below = 0;
    for (int i = 0; i < step(count); i++) {
      below += days[band][i];
    }
    return (double) below / counts[band];
  }

  private static int step(double count) {
    return (int) Math.min(STEPS - 1, Math.max(0, 4 * Math.log(Math.max(1, count)) / Math.log(2)));
  }
}
