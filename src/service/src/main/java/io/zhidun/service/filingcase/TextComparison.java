package io.zhidun.service.filingcase;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Passages that two texts share, word for word: greedy string tiling. For each position of the
 * second text the longest passage of the first that begins there is found by a suffix array over
 * both; then the longest passages that do not overlap in the second are kept. O(n log n) with n
 * characters in both, whatever they are.
 *
 * <p>A passage of the first text that the second repeats is shared each time it stands there.
 *
 * @param similarity share of the characters of both texts that stand in shared passages, 0 to 1
 * @param shared in the order of the second text
 */
record TextComparison(double similarity, List<Passage> shared) {
  static final int SHORTEST = 8;

  TextComparison {
    shared = List.copyOf(shared);
  }

  /** A passage in both texts: UTF-16 offsets, the end excluded. */
  record Passage(int aStart, int aEnd, int bStart, int bEnd) {}

  static TextComparison of(String a, String b) {
    if (a.length() < SHORTEST || b.length() < SHORTEST) {
      boolean equal = !a.isEmpty() && a.equals(b);
      return new TextComparison(
          equal ? 1 : 0, equal ? List.of(new Passage(0, a.length(), 0, b.length())) : List.of());
    }
    List<Passage> tiles = tile(matches(a, b), b.length());
    tiles.replaceAll(tile -> whole(tile, b));
    tiles.removeIf(tile -> tile.bEnd - tile.bStart < SHORTEST);
    tiles.sort(Comparator.comparingInt(Passage::bStart));
    BitSet inA = new BitSet(a.length());
    BitSet inB = new BitSet(b.length());
    for (Passage tile : tiles) {
      inA.set(tile.aStart, tile.aEnd);
      inB.set(tile.bStart, tile.bEnd);
    }
    double covered = inA.cardinality() + inB.cardinality();
    return new TextComparison(covered / (a.length() + b.length()), tiles);
  }

  /**
   * Where the longest passage that begins at each position of b stands in a, and how long it is.
   */
  private record Matches(int[] position, int[] length) {}

  private static Matches matches(String a, String b) {
    // What matches across the sign between them is cut below, even where a text holds it.
    String both = a + '\uFFFF' + b;
    SuffixArray suffixes = SuffixArray.of(both);
    int first = a.length() + 1;
    int[] position = new int[b.length()];
    int[] length = new int[b.length()];
    spread(suffixes, a.length(), first, position, length, 1);
    spread(suffixes, a.length(), first, position, length, -1);
    for (int i = 0; i < length.length; i++) {
      length[i] = Math.min(length[i], a.length() - position[i]);
    }
    return new Matches(position, length);
  }

  /** Carries the nearest suffix of a along the array, in one direction, to the suffixes of b. */
  private static void spread(
      SuffixArray suffixes, int aLength, int first, int[] position, int[] length, int step) {
    int n = suffixes.size();
    int nearest = -1;
    int common = 0;
    for (int rank = step > 0 ? 0 : n - 1; rank >= 0 && rank < n; rank += step) {
      int before = rank - step;
      if (before >= 0 && before < n) {
        common = Math.min(common, suffixes.common(Math.max(rank, before)));
      }
      int suffix = suffixes.suffix(rank);
      if (suffix < aLength) {
        nearest = suffix;
        common = Integer.MAX_VALUE;
      } else if (suffix >= first && nearest >= 0 && common > length[suffix - first]) {
        length[suffix - first] = common;
        position[suffix - first] = nearest;
      }
    }
  }

  private static List<Passage> tile(Matches matches, int bLength) {
    PriorityQueue<Passage> longest =
        new PriorityQueue<>(
            Comparator.<Passage>comparingInt(one -> one.bStart - one.bEnd)
                .thenComparingInt(Passage::bStart));
    for (int i = 0; i < bLength; i++) {
      // Where the one before goes on, it is longer by one and holds this one.
      boolean goesOn =
          i > 0
              && matches.length[i - 1] == matches.length[i] + 1
              && matches.position[i - 1] + 1 == matches.position[i];
      int length = matches.length[i];
      int inA = matches.position[i];
      if (!goesOn && length >= SHORTEST) {
        longest.add(new Passage(inA, inA + length, i, i + length));
      }
    }
    BitSet covered = new BitSet(bLength);
    List<Passage> tiles = new ArrayList<>();
    while (!longest.isEmpty()) {
      Passage next = longest.remove();
      int from = covered.nextClearBit(next.bStart);
      int taken = covered.nextSetBit(from);
      int to = taken < 0 ? next.bEnd : Math.min(next.bEnd, taken);
      if (from == next.bStart && to == next.bEnd) {
        covered.set(from, to);
        tiles.add(next);
      } else {
        add(longest, next, from, to);
        add(longest, next, covered.nextClearBit(to), next.bEnd);
      }
    }
    return tiles;
  }

  /** Puts a part of a passage back, if it is long enough by itself. */
  private static void add(PriorityQueue<Passage> longest, Passage of, int from, int to) {
    if (to - from >= SHORTEST) {
      int shift = of.aStart - of.bStart;
      longest.add(new Passage(from + shift, to + shift, from, to));
    }
  }

  /** Cuts halves of surrogate pairs off the ends. */
  private static Passage whole(Passage tile, String b) {
    int head = Character.isLowSurrogate(b.charAt(tile.bStart)) ? 1 : 0;
    int tail = Character.isHighSurrogate(b.charAt(tile.bEnd - 1)) ? 1 : 0;
    return new Passage(tile.aStart + head, tile.aEnd - tail, tile.bStart + head, tile.bEnd - tail);
  }
}
