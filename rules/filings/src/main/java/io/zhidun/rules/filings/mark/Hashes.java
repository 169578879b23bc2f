package io.zhidun.rules.filings.mark;

/**
 * Hashes that stand for texts where millions are kept: 64 bits, the same on every machine. Among 10
 * million keys two share one with a chance of 3 in a million.
 */
final class Hashes {

  private Hashes() {}

  /** Never zero. */
  static long of(String text) {
    long hash = 0x9e3779b97f4a7c15L ^ text.length();
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x9fb21c651e98df25L;
      hash ^= hash >>> 29;
    }
    long mixed = mix(hash);
    return mixed == 0 ? 1 : mixed;
  }

  /** Spreads the bits (the finaliser of SplitMix64). */
  static long mix(long value) {
    long z = (value ^ value >>> 30) * 0xbf58476d1ce4e5b9L;
    z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
    return z ^ z >>> 31;
  }

  /** A slot from 0 to slots - 1 for a well mixed hash. */
  static int slot(long hash, int slots) {
    return (int) ((hash >>> 32) * slots >>> 32);
  }
}
