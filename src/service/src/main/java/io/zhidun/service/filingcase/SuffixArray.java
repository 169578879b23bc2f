package io.zhidun.service.filingcase;

/**
 * The suffixes of a text in order, with what neighbours have in common. Prefix doubling (Manber and
 * Myers 1990) with counting sort: O(n log n); the common prefixes after Kasai et al. 2001: O(n).
 */
final class SuffixArray {
  private final int[] suffixes;
  private final int[] common;

  private SuffixArray(int[] suffixes, int[] common) {
    this.suffixes = suffixes;
    this.common = common;
  }

  static SuffixArray of(String text) {
    int n = text.length();
    int[] rank = new int[n];
    int[] order = new int[n];
    for (int i = 0; i < n; i++) {
      rank[i] = text.charAt(i);
      order[i] = i;
    }
    int[] other = new int[n];
    int classes = sortByCharacter(rank, order, other);
    for (int width = 1; classes < n && width < n; width *= 2) {
      byTwoRanks(order, rank, other, width, classes);
      classes = ranks(order, rank, other, width);
    }
    return new SuffixArray(order, common(text, order, rank));
  }

  /** Sorts by the first character and makes ranks dense; gives how many there are. */
  private static int sortByCharacter(int[] rank, int[] order, int[] other) {
    int[] starts = new int[Character.MAX_VALUE + 2];
    for (int value : rank) {
      starts[value + 1]++;
    }
    for (int i = 1; i < starts.length; i++) {
      starts[i] += starts[i - 1];
    }
    for (int i = 0; i < rank.length; i++) {
      other[starts[rank[i]]++] = i;
    }
    System.arraycopy(other, 0, order, 0, order.length);
    return ranks(order, rank, other, 0);
  }

  /** Sorts by (rank, rank of what stands {@code width} behind), both dense. */
  private static void byTwoRanks(int[] order, int[] rank, int[] other, int width, int classes) {
    int n = order.length;
    int filled = 0;
    for (int i = n - width; i < n; i++) {
      other[filled++] = i;
    }
    for (int suffix : order) {
      if (suffix >= width) {
        other[filled++] = suffix - width;
      }
    }
    int[] starts = new int[classes + 1];
    for (int value : rank) {
      starts[value + 1]++;
    }
    for (int i = 1; i < starts.length; i++) {
      starts[i] += starts[i - 1];
    }
    for (int suffix : other) {
      order[starts[rank[suffix]]++] = suffix;
    }
  }

  /** Gives suffixes that are equal so far the same rank; {@code width} 0 looks at ranks alone. */
  private static int ranks(int[] order, int[] rank, int[] other, int width) {
    int n = order.length;
    int current = 0;
    for (int i = 0; i < n; i++) {
      if (i > 0 && !same(order[i - 1], order[i], rank, width)) {
        current++;
      }
      other[order[i]] = current;
    }
    System.arraycopy(other, 0, rank, 0, n);
    return current + 1;
  }

  private static boolean same(int a, int b, int[] rank, int width) {
    if (rank[a] != rank[b]) {
      return false;
    }
    int second = a + width < rank.length ? rank[a + width] : -1;
    return second == (b + width < rank.length ? rank[b + width] : -1);
  }

  private static int[] common(String text, int[] order, int[] rank) {
    int n = order.length;
    int[] common = new int[n];
    int length = 0;
    for (int i = 0; i < n; i++) {
      if (rank[i] == 0) {
        length = 0;
        continue;
      }
      int before = order[rank[i] - 1];
      while (i + length < n
          && before + length < n
          && text.charAt(i + length) == text.charAt(before + length)) {
        length++;
      }
      common[rank[i]] = length;
      length = Math.max(0, length - 1);
    }
    return common;
  }

  int size() {
    return suffixes.length;
  }

  /** The suffix at a rank, by where it begins. */
  int suffix(int rank) {
    return suffixes[rank];
  }

  /** How many characters the suffix at a rank has in common with the one before it. */
  int common(int rank) {
    return common[rank];
  }
}
