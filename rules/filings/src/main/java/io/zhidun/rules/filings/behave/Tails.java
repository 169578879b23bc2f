package io.zhidun.rules.filings.behave;

/** How improbable it is to see so many or more. */
final class Tails {

  private static final double[] LANCZOS = {
    676.5203681218851,
    -1259.1392167224028,
    771.32342877765313,
    -176.61502916214059,
    12.507343278686905,
    -0.13857109526572012,
    9.9843695780195716e-6,
    1.5056327351493116e-7
  };

  private Tails() {}

  /**
   * The decimal logarithm of an upper bound of P(X ≥ count): the first term of the tail over one
   * minus the ratio of its terms. A negative binomial where the variance is above the mean, else
   * Poisson.
   *
   * @param count above the mean, else 0 is returned
   */
  static double log10(long count, double mean, double variance) {
    if (count <= mean || mean <= 0) {
      return mean <= 0 && count > 0 ? -300 : 0;
    }
    double log;
    double ratio;
    if (variance > mean * 1.001) {
      double size = mean * mean / (variance - mean);
      double share = mean / (size + mean);
      log =
          logGamma(count + size)
              - logGamma(count + 1.0)
              - logGamma(size)
              + size * Math.log1p(-share)
              + count * Math.log(share);
      ratio = Math.max(share, (count + size) / (count + 1.0) * share);
    } else {
      log = count * Math.log(mean) - mean - logGamma(count + 1.0);
      ratio = mean / (count + 1.0);
    }
    return Math.min(0, (log - Math.log1p(-Math.min(ratio, 0.999))) / Math.log(10));
  }

  /** Lanczos' approximation (g = 7), 15 digits for positive arguments. */
  static double logGamma(double x) {
    if (x < 0.5) {
      return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
    }
    double shifted = x - 1;
    double sum = 0.99999999999980993;
    for (int i = 0; i < LANCZOS.length; i++) {
      sum += LANCZOS[i] / (shifted + i + 1);
    }
    double t = shifted + LANCZOS.length - 0.5;
    return 0.5 * Math.log(2 * Math.PI) + (shifted + 0.5) * Math.log(t) - t + Math.log(sum);
  }
}
