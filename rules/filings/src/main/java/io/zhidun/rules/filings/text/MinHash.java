package io.zhidun.rules.filings.text;

/**
 * MinHash signatures by one permutation, after Li, Owen and Zhang (NIPS 2012), with empty bins
 * filled after Shrivastava (ICML 2017): one pass over the set in place of one per component.
 *
 * <p>A bin keeps the smallest of its hashes, and a {@link Sketch} keeps the smallest of all: so the
 * signature of a sketch is the signature of the whole set wherever a bin is not empty in it.
 */
final class MinHash {

  private final int bins;

  MinHash(int bins) {
    this.bins = bins;
  }

  /** Writes the signature, {@code bins} values, into {@code into}; the sketch must not be empty. */
  void sign(Sketch sketch, int[] into) {
    java.util.Arrays.fill(into, 0, bins, -1);
    int[] hashes = sketch.hashes();
    // Backwards, so that the smallest, which stand in front, are written last.
    for (int i = hashes.length - 1; i >= 0; i--) {
      into[Hashes.below(Hashes.mix(hashes[i]), bins)] = hashes[i];
    }
    fillEmpty(into);
  }

  private void fillEmpty(int[] signature) {
    long[] full = new long[(bins + 63) >>> 6];
    for (int bin = 0; bin < bins; bin++) {
      if (signature[bin] != -1) {
        full[bin >>> 6] |= 1L << bin;
      }
    }
    for (int bin = 0; bin < bins; bin++) {
      int from = bin;
      for (int attempt = 1; (full[from >>> 6] & (1L << from)) == 0; attempt++) {
        from = Hashes.below(Hashes.mix(bin * 0x9e3779b1 + attempt), bins);
      }
      if (from != bin) {
        signature[bin] = signature[from];
      }
    }
  }
}
