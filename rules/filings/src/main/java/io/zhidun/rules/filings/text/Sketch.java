package io.zhidun.rules.filings.text;

import java.util.Arrays;

/**
 * The set of a text's shingles as 32-bit hashes, or the lower end of it where the set is large.
 *
 * <p>A sketch of scale s holds every hash below 2^(32-s). Two sketches are compared below the
 * smaller of their limits: at scale 0 that is the exact Jaccard coefficient of the two sets, else
 * an estimate whose standard error is the root of J(1-J)/n.
 *
 * @param scale how many times the range was halved, 0 to 31
 * @param hashes distinct, in unsigned order
 */
public record Sketch(int scale, int[] hashes) {

  public static final Sketch EMPTY = new Sketch(0, new int[0]);

  /** A text with fewer shingles says too little to be compared. */
  public static final int FEWEST = 12;

  /**
   * How many characters make a shingle. Three keep a third more of an edited text than four do, and
   * unrelated abstracts still share next to nothing (at most 0.12 in 300,000 pairs).
   */
  static final int WIDTH = 3;

  /** After so many hashes of both, and again after as many more, a pair may be given up. */
  private static final int LOOK = 64;

  /** Standard deviations that a pair may lie below what is expected of the least likeness. */
  private static final double DEVIATIONS = 3.1;

  private static final long WINDOW = (1L << (16 * WIDTH)) - 1;

  /** The sketch of the shingles of normalised letters, at most {@code most} hashes. */
  static Sketch of(char[] letters, int most) {
    int count = letters.length - WIDTH + 1;
    if (count <= 0) {
      return EMPTY;
    }
    int[] hashes = new int[count];
    long window = 0;
    for (int i = 0; i < letters.length; i++) {
      window = ((window << 16) | letters[i]) & WINDOW;
      if (i >= WIDTH - 1) {
        hashes[i - WIDTH + 1] = (int) (Hashes.mix(window) >>> 32);
      }
    }
    return ofHashes(hashes, most);
  }

  /** The sketch of any hashes; repeated ones count once. */
  static Sketch ofHashes(int[] hashes, int most) {
    int[] sorted = sortUnsigned(hashes);
    int distinct = distinct(sorted);
    int scale = 0;
    int size = distinct;
    while (size > most) {
      scale++;
      size = countBelow(sorted, distinct, limit(scale));
    }
    return new Sketch(scale, Arrays.copyOf(sorted, size));
  }

  public int size() {
    return hashes.length;
  }

  /** True where the text says enough to be compared. */
  public boolean isTelling() {
    return hashes.length >= FEWEST;
  }

  /** Shared shingles over all shingles of both, 0 to 1. */
  public double jaccard(Sketch other) {
    int common = Math.max(scale, other.scale);
    int mine = sizeAt(common);
    int theirs = other.sizeAt(common);
    int shared = shared(hashes, mine, other.hashes, theirs);
    int all = mine + theirs - shared;
    return all == 0 ? 0 : (double) shared / all;
  }

  /**
   * The same where it is {@code least} or more, else 0. Two texts that have nothing in common are
   * given up after some dozen hashes: the sketches are uniform samples in one order, so the share
   * of common hashes among the first {@value #LOOK} tells; at a coefficient of just {@code least}
   * one pair in a thousand is missed by it, a tenth above next to none.
   */
  public double jaccardFrom(Sketch other, double least) {
    int common = Math.max(scale, other.scale);
    int shared = sharedFrom(hashes, other.hashes, limit(common), least);
    if (shared < 0) {
      return 0;
    }
    int all = sizeAt(common) + other.sizeAt(common) - shared;
    double jaccard = all == 0 ? 0 : (double) shared / all;
    return jaccard >= least ? jaccard : 0;
  }

  /** How many hashes below the limit are in both, or -1 where they are given up. */
  private static int sharedFrom(int[] a, int[] b, long limit, double least) {
    int last = (int) (limit - 1) + Integer.MIN_VALUE;
    int shared = 0;
    int i = 0;
    int j = 0;
    int seen = 0;
    int look = LOOK;
    while (i < a.length && j < b.length) {
      int left = a[i] + Integer.MIN_VALUE;
      int right = b[j] + Integer.MIN_VALUE;
      if (left > last || right > last) {
        return shared;
      }
      if (seen++ == look) {
        double expected = look * least;
        if (shared < expected - DEVIATIONS * Math.sqrt(expected * (1 - least))) {
          return -1;
        }
        look += LOOK;
      }
      if (left == right) {
        shared++;
      }
      i += left <= right ? 1 : 0;
      j += right <= left ? 1 : 0;
    }
    return shared;
  }

  private int sizeAt(int common) {
    return common == scale ? hashes.length : countBelow(hashes, hashes.length, limit(common));
  }

  private static int shared(int[] a, int mostA, int[] b, int mostB) {
    int shared = 0;
    int i = 0;
    int j = 0;
    while (i < mostA && j < mostB) {
      int left = a[i] + Integer.MIN_VALUE;
      int right = b[j] + Integer.MIN_VALUE;
      if (left == right) {
        shared++;
      }
      i += left <= right ? 1 : 0;
      j += right <= left ? 1 : 0;
    }
    return shared;
  }

  private static int[] sortUnsigned(int[] hashes) {
    int[] sorted = new int[hashes.length];
    for (int i = 0; i < hashes.length; i++) {
      sorted[i] = hashes[i] ^ Integer.MIN_VALUE;
    }
    Arrays.sort(sorted);
    for (int i = 0; i < sorted.length; i++) {
      sorted[i] ^= Integer.MIN_VALUE;
    }
    return sorted;
  }

  private static int distinct(int[] sorted) {
    int kept = 0;
    for (int i = 0; i < sorted.length; i++) {
      if (i == 0 || sorted[i] != sorted[i - 1]) {
        sorted[kept++] = sorted[i];
      }
    }
    return kept;
  }

  private static long limit(int scale) {
    return 1L << (32 - scale);
  }

  private static int countBelow(int[] sorted, int size, long limit) {
    int low = 0;
    int high = size;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if ((sorted[middle] & 0xffff_ffffL) < limit) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Sketch that
        && scale == that.scale
        && Arrays.equals(hashes, that.hashes);
  }

  @Override
  public int hashCode() {
    return 31 * scale + Arrays.hashCode(hashes);
  }

  @Override
  public String toString() {
    return "Sketch[scale=" + scale + ", size=" + hashes.length + "]";
  }
}
