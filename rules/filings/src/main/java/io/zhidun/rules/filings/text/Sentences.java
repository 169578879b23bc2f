package io.zhidun.rules.filings.text;

import java.util.Arrays;

/** The sentences of a text as hashes of their letters. */
final class Sentences {

  /** Letters that a sentence needs at least, not to be a stock phrase. */
  static final int SHORTEST = 12;

  private Sentences() {}

  /** Distinct hashes in unsigned order, at most {@code most}, the smallest. */
  static int[] of(String text, int most) {
    int[] hashes = new int[16];
    int count = 0;
    int begin = 0;
    int length = Math.min(text.length(), NormalText.MOST_CHARACTERS);
    for (int i = 0; i <= length; i++) {
      if (i == length || ends(text.charAt(i))) {
        char[] letters = NormalText.letters(text.subSequence(begin, i));
        if (letters.length >= SHORTEST) {
          if (count == hashes.length) {
            hashes = Arrays.copyOf(hashes, 2 * count);
          }
          hashes[count++] = hash(letters);
        }
        begin = i + 1;
      }
    }
    Sketch all = Sketch.ofHashes(Arrays.copyOf(hashes, count), Integer.MAX_VALUE);
    return all.size() <= most ? all.hashes() : Arrays.copyOf(all.hashes(), most);
  }

  private static boolean ends(char c) {
    return c == '。' || c == '；' || c == ';' || c == '\n' || c == '！' || c == '？' || c == '!'
        || c == '?';
  }

  private static int hash(char[] letters) {
    long hash = letters.length;
    for (char c : letters) {
      hash = (hash ^ c) * 0x100000001b3L;
    }
    return (int) (Hashes.mix(hash) >>> 32);
  }
}
