package io.zhidun.rules.filings.text;

import java.util.Arrays;

/**
 * MinHash signatures by few permutations, after Li, Owen and Zhang (NIPS 2012), with empty bins
 * filled after Shrivastava (ICML 2017): a pass over the set for 200 components in place of one for
 * each.
 *
 * <p>A bin keeps the smallest of its hashes, and a {@link Sketch} keeps the smallest of all: so the
 * first permutation's part for a sketch is that of the whole set wherever a bin is not empty in it.
 */
final class MinHash {

  /** A set that fills half of the bins at least keeps them independent enough. */
  private static final int MOST_BINS = 200;

  private static final int SPREAD = 0x9e3779b1;

  private final int size;
  private final int bins;

  /**
   * @param size values of a signature, a multiple of the number of permutations that it takes
   */
  MinHash(int size) {
    this.size = size;
    int permutations = (size + MOST_BINS - 1) / MOST_BINS;
    if (size % permutations != 0) {
      throw new IllegalArgumentException(size + " values cannot be shared by " + permutations);
    }
    bins = size / permutations;
  }

  /** Writes the signature into {@code into}; the sketch must not be empty. */
  void sign(Sketch sketch, int[] into) {
    Arrays.fill(into, 0, size, -1);
    for (int begin = 0; begin < size; begin += bins) {
      permute(sketch.hashes(), into, begin);
      fillEmpty(into, begin);
    }
  }

  private void permute(int[] hashes, int[] into, int begin) {
    // The smallest hashes stand in front; where the order is theirs, the last written stays.
    for (int i = hashes.length - 1; i >= 0; i--) {
      int value = begin == 0 ? hashes[i] : Hashes.mix(hashes[i] * SPREAD + begin);
      int bin = begin + Hashes.below(Hashes.mix(value ^ begin), bins);
      if (Integer.compareUnsigned(value, into[bin]) < 0) {
        into[bin] = value;
      }
    }
  }

  private void fillEmpty(int[] signature, int begin) {
    long[] full = new long[(bins + 63) >>> 6];
    for (int bin = 0; bin < bins; bin++) {
      if (signature[begin + bin] != -1) {
        full[bin >>> 6] |= 1L << bin;
      }
    }
    for (int bin = 0; bin < bins; bin++) {
      int from = bin;
      for (int attempt = 1; (full[from >>> 6] & (1L << from)) == 0; attempt++) {
        from = Hashes.below(Hashes.mix(bin * SPREAD + attempt), bins);
      }
      if (from != bin) {
        signature[begin + bin] = signature[begin + from];
      }
    }
  }
}
