package io.zhidun.rules.filings.ledger;

/**
 * 64-bit hash of a string, the same in every run.
 *
 * <p>Keys are told apart by it: among 10 million keys, two share a hash with a probability of about
 * 3 in a million.
 */
public final class Hash64 {

  private static final long ODD = 0x9E3779B97F4A7C15L;

  private Hash64() {}

  /**
   * @param salt tells apart equal strings of different meaning
   * @return never 0
   */
  public static long of(int salt, String text) {
    long hash = mix(salt * ODD + text.length());
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0xFF51AFD7ED558CCDL;
      hash ^= hash >>> 29;
    }
    hash = mix(hash);
    return hash == 0 ? ODD : hash;
  }

  /** Spreads the bits of a number (the finaliser of SplitMix64). */
  public static long mix(long value) {
    long z = value;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
