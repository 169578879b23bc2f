package io.zhidun.rules.filings.mark;

import java.util.Arrays;

/**
 * How far the marks of a portfolio belong together.
 *
 * <p>Filing one's own mark in many classes, or a series around a house mark, is lawful: then few
 * texts differ, or they share a pair of characters (or the first letters) that several of them
 * have. What is left, the texts that share nothing, is what hoarding shows. Scratch space for
 * {@link #MOST} marks; one thread at a time.
 */
final class Coherence {

  static final int MOST = 2_000;

  /** A pair is shared when this many texts have it, or this part of them if that is more. */
  private static final int LEAST_SHARING = 3;

  private static final double SHARING_PART = 0.04;
  private static final int MOST_SLOTS = 1 << 14;

  private final int[] textSlots = new int[MOST_SLOTS];
  private final int[] pairSlots = new int[MOST_SLOTS];
  private final int[] pairCounts = new int[MOST_SLOTS];
  private final long[] letters = new long[MOST];
  private int bits;
  private int distinct;
  private int marks;
  private long classes;

  /** Makes ready for about so many marks; more than {@link #MOST} are never taken. */
  void begin(int expected) {
    int size = Math.max(16, Math.min(MOST, expected));
    bits = 35 - Integer.numberOfLeadingZeros(size - 1);
    Arrays.fill(textSlots, 0, 1 << bits, 0);
    Arrays.fill(pairSlots, 0, 1 << bits, 0);
    distinct = 0;
    marks = 0;
    classes = 0;
  }

  /** False where it is full. */
  boolean add(int textHash, long text, long niceClasses) {
    if (marks == MOST || marks >= 1 << bits - 2) {
      return false;
    }
    marks++;
    classes |= niceClasses;
    if (isNew(textHash)) {
      letters[distinct++] = text;
      countPairs(text);
    }
    return true;
  }

  int marks() {
    return marks;
  }

  int distinct() {
    return distinct;
  }

  int classes() {
    return Long.bitCount(classes);
  }

  /** How many different texts share no part with several others. */
  int unrelated() {
    int shared = (int) Math.max(LEAST_SHARING, SHARING_PART * distinct);
    int alone = 0;
    for (int i = 0; i < distinct; i++) {
      alone += isShared(letters[i], shared) ? 0 : 1;
    }
    return alone;
  }

  /** Unrelated texts by marks: near 0 for a defensive filing or a series, near 1 for a hoard. */
  double diversity() {
    return marks == 0 ? 0 : (double) unrelated() / marks;
  }

  private boolean isNew(int hash) {
    int key = hash == 0 ? 1 : hash;
    int at = slot(key);
    while (textSlots[at] != 0) {
      if (textSlots[at] == key) {
        return false;
      }
      at = at + 1 & (1 << bits) - 1;
    }
    textSlots[at] = key;
    return true;
  }

  private void countPairs(long text) {
    for (int i = 0; i < 3; i++) {
      int pair = pair(text, i);
      if (pair != 0) {
        int at = pairAt(pair);
        pairCounts[at] = pairSlots[at] == pair ? pairCounts[at] + 1 : 1;
        pairSlots[at] = pair;
      }
    }
  }

  private boolean isShared(long text, int least) {
    for (int i = 0; i < 3; i++) {
      int pair = pair(text, i);
      if (pair != 0 && pairCounts[pairAt(pair)] >= least) {
        return true;
      }
    }
    return false;
  }

  /**
   * Two Chinese neighbours; of Latin words, whose pairs say little, one hash of all four letters.
   */
  private static int pair(long text, int at) {
    char one = (char) (text >>> 48 - 16 * at);
    char two = (char) (text >>> 32 - 16 * at);
    if (MarkText.isHanzi(one) && MarkText.isHanzi(two)) {
      return one << 16 | two;
    }
    boolean latin = at == 0 && one != 0 && !MarkText.isHanzi(one) && (char) text != 0;
    return latin ? (int) Hashes.mix(text) | 1 : 0;
  }

  private int pairAt(int pair) {
    int at = slot(pair);
    while (pairSlots[at] != 0 && pairSlots[at] != pair) {
      at = at + 1 & (1 << bits) - 1;
    }
    return at;
  }

  private int slot(int key) {
    return (key * 0x9e3779b9) >>> (32 - bits);
  }
}
