package io.zhidun.rules.filings.behave;

/**
 * How the ratio of filings to employees is spread among companies of one size, each counted once.
 */
final class PeerRatios {

  private static final int STEPS = 100;
  private static final int LEAST_PEERS = 500;

  private final int[][] companies = new int[PeerRates.BANDS][STEPS];
  private final int[] counts = new int[PeerRates.BANDS];

  /** Quarter octaves from 1/1000 on; at least 1, as 0 means not counted. */
  static int step(double ratio) {
    double octaves = Math.log(Math.max(1e-3, ratio) * 1e3) / Math.log(2);
    return (int) Math.min(STEPS - 1, 1 + 4 * octaves);
  }

  /** A company went from one step to another; 0: it was not, or is no longer, counted. */
  void move(int band, int from, int to) {
    if (from > 0 && companies[band][from] > 0) {
      companies[band][from]--;
      counts[band]--;
    }
    if (to > 0) {
      companies[band][to]++;
      counts[band]++;
    }
  }

  boolean areKnown(int band) {
    return counts[band] >= LEAST_PEERS;
  }

  /** Share of the companies whose ratio is lower. */
  double percentile(int band, double ratio) {
    long below = 0;
    for (int i = 0; i < step(ratio); i++) {
      below += companies[band][i];
    }
    return counts[band] == 0 ? 0 : (double) below / counts[band];
  }
}
