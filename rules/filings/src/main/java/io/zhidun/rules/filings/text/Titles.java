package io.zhidun.rules.filings.text;

import java.util.Arrays;

/** How alike two titles are: the Jaccard coefficient of their pairs of letters. */
final class Titles {

  private Titles() {}

  static double likeness(String a, String b) {
    int[] mine = pairs(a);
    int[] theirs = pairs(b);
    int i = 0;
    int j = 0;
    int shared = 0;
    while (i < mine.length && j < theirs.length) {
      int order = Integer.compare(mine[i], theirs[j]);
      shared += order == 0 ? 1 : 0;
      i += order <= 0 ? 1 : 0;
      j += order >= 0 ? 1 : 0;
    }
    int all = mine.length + theirs.length - shared;
    return all == 0 ? 0 : (double) shared / all;
  }

  private static int[] pairs(String title) {
    char[] letters = NormalText.letters(title);
    if (letters.length < 2) {
      return new int[0];
    }
    int[] pairs = new int[letters.length - 1];
    for (int i = 0; i < pairs.length; i++) {
      pairs[i] = (letters[i] << 16) | letters[i + 1];
    }
    return Arrays.stream(pairs).sorted().distinct().toArray();
  }
}
