package io.zhidun.rules.filings.text;

/**
 * The shape of claims: words of structure and punctuation stay, everything between them becomes one
 * gap, numbers become another sign. Claims in which only nouns and figures were replaced have the
 * same skeleton.
 */
final class Skeleton {

  /** Particles that seldom stand within a noun. */
  private static final String STRUCTURE = "的其所述在于与和或及以并且将由从被把使若则该此均还每各而且包括根据通过用";

  private static final char GAP = '\u25a1';
  private static final char NUMBER = '#';
  private static final int WIDTH = 6;
  private static final boolean[] KEPT = new boolean[1 << 16];

  static {
    for (int i = 0; i < STRUCTURE.length(); i++) {
      KEPT[STRUCTURE.charAt(i)] = true;
    }
  }

  private Skeleton() {}

  /** The sketch of the runs of {@value #WIDTH} signs of the skeleton. */
  static Sketch of(String claims, int most) {
    int length = Math.min(claims.length(), NormalText.MOST_CHARACTERS);
    char[] signs = new char[length];
    int count = 0;
    for (int i = 0; i < length; i++) {
      char sign = sign(claims.charAt(i));
      if (sign != 0 && (count == 0 || sign != signs[count - 1] || KEPT[sign])) {
        signs[count++] = sign;
      }
    }
    if (count < WIDTH) {
      return Sketch.EMPTY;
    }
    int[] hashes = new int[count - WIDTH + 1];
    for (int i = 0; i < hashes.length; i++) {
      long hash = 0;
      for (int k = 0; k < WIDTH; k++) {
        hash = Hashes.mix(hash * 31 + signs[i + k]);
      }
      hashes[i] = (int) (hash >>> 32);
    }
    return Sketch.ofHashes(hashes, most);
  }

  private static char sign(char c) {
    if (c == '，' || c == '；' || c == '。' || c == '：') {
      return c;
    }
    if (Character.isDigit(c)) {
      return NUMBER;
    }
    char folded = NormalText.fold(c);
    if (folded == 0) {
      return 0;
    }
    return KEPT[folded] ? folded : GAP;
  }
}
