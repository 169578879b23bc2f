package io.zhidun.rules.filings.link;

/**
 * How many applicants may share a key of a type before it is a hub.
 *
 * <p>Four times the degree that 999 of 1,000 shared keys of the type stay within, but never outside
 * the limits of the type. Counted as the keys grow, set anew once a day.
 */
final class LearnedCaps {

  private static final int LEAST_KEYS = 1000;

  private final int[][] keysByDegree;
  private final int[] caps;

  LearnedCaps() {
    KeyType[] types = KeyType.values();
    keysByDegree = new int[types.length][];
    caps = new int[types.length];
    for (KeyType type : types) {
      keysByDegree[type.ordinal()] = new int[type.hardCap() + 1];
      caps[type.ordinal()] = type.hardCap();
    }
  }

  int of(KeyType type) {
    return caps[type.ordinal()];
  }

  /** A key went from one degree to another; degrees below 2 are not counted. */
  void moved(KeyType type, int from, int to) {
    int[] keys = keysByDegree[type.ordinal()];
    if (from >= 2 && keys[Math.min(from, keys.length - 1)] > 0) {
      keys[Math.min(from, keys.length - 1)]--;
    }
    if (to >= 2) {
      keys[Math.min(to, keys.length - 1)]++;
    }
  }

  void learn() {
    for (KeyType type : KeyType.values()) {
      caps[type.ordinal()] = learned(type, keysByDegree[type.ordinal()]);
    }
  }

  private static int learned(KeyType type, int[] keys) {
    long all = 0;
    for (int count : keys) {
      all += count;
    }
    if (all < LEAST_KEYS) {
      return type.hardCap();
    }
    long beyond = 0;
    int degree = keys.length - 1;
    while (degree > 2 && (beyond + keys[degree]) * 1000 <= all) {
      beyond += keys[degree--];
    }
    return Math.min(type.hardCap(), Math.max(type.leastCap(), degree * 4));
  }
}
