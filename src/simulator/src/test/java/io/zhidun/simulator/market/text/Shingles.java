package io.zhidun.simulator.market.text;

import java.util.Arrays;
import java.util.stream.IntStream;

/** The sets of four characters in a row that a text has, and how much two of them share. */
public final class Shingles {
  private static final int WIDTH = 4;

  private Shingles() {}

  public static long[] of(String text) {
    return IntStream.rangeClosed(0, text.length() - WIDTH)
        .mapToLong(
            at ->
                ((long) text.charAt(at) << 48)
                    | ((long) text.charAt(at + 1) << 32)
                    | ((long) text.charAt(at + 2) << 16)
                    | text.charAt(at + 3))
        .sorted()
        .distinct()
        .toArray();
  }

  /** Jaccard coefficient of two sorted sets. */
  public static double likeness(long[] left, long[] right) {
    int common = 0;
    int i = 0;
    int j = 0;
    while (i < left.length && j < right.length) {
      int order = Long.compare(left[i], right[j]);
      common += order == 0 ? 1 : 0;
      i += order <= 0 ? 1 : 0;
      j += order >= 0 ? 1 : 0;
    }
    return common / (double) (left.length + right.length - common);
  }

  public static double likeness(String left, String right) {
    return likeness(of(left), of(right));
  }

  /** The value below which the share of the values lies. */
  public static double quantile(double[] values, double share) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[(int) Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
  }
}
