package io.zhidun.rules.filings.mark;

import java.util.Set;

/**
 * Compares marks by reading, shape and meaning, as the examination of likeness does: as a whole,
 * with more weight on the longer agreement. Two-character words that only sound alike are common
 * and do not reach {@link #ALIKE}; three characters that sound alike do.
 *
 * <p>An instance keeps its scratch tables and serves one thread; {@link #compare} serves any.
 */
public final class MarkLikeness {

  /** Marks whose likeness reaches this are alike enough to show a reviewer. */
  public static final double ALIKE = 0.8;

  /** What agreement in reading alone can come to, by number of characters. */
  private static final double[] READING_ALONE = {0, 0.5, 0.76, 0.88, 0.92};

  /** What agreement in shape alone can come to, by number of characters. */
  private static final double[] SHAPE_ALONE = {0, 0.75, 0.92, 0.92, 0.91};

  /** What agreement in both can come to, by number of characters. */
  private static final double[] BOTH = {0, 0.8, 0.97, 1, 0.98};

  private static final double SAME_CHARACTERS = 0.85;
  private static final double SPELLED = 0.9;
  private static final double LATIN = 0.95;
  private static final double SAME_CHARACTER = 0.9;
  private static final int CACHE_BITS = 14;

  private final Readings readings = Readings.shared();
  private final Glyphs glyphs = Glyphs.shared();
  private final Set<String> affixes = WeakWords.affixes();
  private final LatinWords words = new LatinWords();
  private final double[][] table = new double[MarkText.MOST_HANZI + 1][MarkText.MOST_HANZI + 1];

  private final int[] cacheKeys = new int[1 << CACHE_BITS];
  private final float[] cacheValues = new float[1 << CACHE_BITS];

  private double reading;
  private double shape;
  private double meaning;

  /** How alike two marks are; the order of the two does not matter. */
  public static Likeness compare(String a, String b) {
    return new MarkLikeness().of(MarkText.of(a), MarkText.of(b));
  }

  Likeness of(MarkText a, MarkText b) {
    double total = total(a, b);
    return new Likeness(total, reading, shape, meaning);
  }

  /** As {@link #of}, without an object for each pair. */
  double total(MarkText a, MarkText b) {
    reading = 0;
    shape = 0;
    meaning = 0;
    double total = a.hanzi().isEmpty() || b.hanzi().isEmpty() ? 0 : hanzi(a.hanzi(), b.hanzi());
    double latin = latin(a.latin(), b.latin());
    if (latin > 0) {
      boolean onlyLatin = a.hanzi().isEmpty() && b.hanzi().isEmpty();
      total = Math.max(total, onlyLatin ? latin : latin * LATIN);
    }
    total = Math.max(total, spelled(a, b));
    return Math.max(total, spelled(b, a));
  }

  private double hanzi(String a, String b) {
    if (a.equals(b)) {
      reading = 1;
      shape = 1;
      meaning = 1;
      return 1;
    }
    meaning = contained(a, b);
    int shared = sharedAffix(a, b);
    return shared == 0
        ? apart(a, b)
        : apart(a.substring(0, a.length() - shared), b.substring(0, b.length() - shared));
  }

  /** What two different words come to, without what firms add to both at the end. */
  private double apart(String a, String b) {
    int length = Math.max(a.length(), b.length());
    int row = Math.min(length, READING_ALONE.length - 1);
    if (a.length() == b.length()) {
      besides(a, b);
    } else if (Math.min(a.length(), b.length()) * 2 > length) {
      reading = aligned(a, b, true);
      shape = aligned(a, b, false);
    }
    double alone = Math.max(reading * READING_ALONE[row], shape * SHAPE_ALONE[row]);
    double both = (reading + shape) / 2 * BOTH[row];
    double total = Math.max(meaning, Math.max(alone, both));
    return length >= 3 && total < SAME_CHARACTERS && sameCharacters(a, b) ? SAME_CHARACTERS : total;
  }

  private double latin(String a, String b) {
    double likeness = words.likeness(a, b);
    double within = within(a, b);
    reading = Math.max(reading, likeness);
    shape = Math.max(shape, likeness);
    meaning = Math.max(meaning, within);
    return Math.max(likeness, within);
  }

  /** A Latin word that stands whole in a longer one. */
  private static double within(String a, String b) {
    String longer = a.length() > b.length() ? a : b;
    String shorter = a.length() > b.length() ? b : a;
    if (shorter.length() < 4 || !longer.contains(shorter)) {
      return 0;
    }
    double share = (double) shorter.length() / longer.length();
    boolean atEdge = longer.startsWith(shorter) || longer.endsWith(shorter);
    return atEdge ? 0.55 + 0.45 * share : 0.45 + 0.5 * share;
  }

  /** A Latin mark that spells out a Chinese one of two or more characters. */
  private double spelled(MarkText chinese, MarkText latin) {
    boolean apt = chinese.hanzi().length() >= 2 && !latin.latin().isEmpty();
    if (!apt || (!latin.hanzi().isEmpty() && !chinese.latin().isEmpty())) {
      return 0;
    }
    double likeness = words.likeness(chinese.spelled(), latin.latin());
    if (likeness < 0.9 || chinese.spelled().length() < 5) {
      return 0;
    }
    reading = Math.max(reading, likeness);
    return likeness * SPELLED;
  }

  /**
   * Length of an affix of two or three characters at the end of both, where two more stand before.
   */
  private int sharedAffix(String a, String b) {
    for (int length = 3; length >= 2; length--) {
      int from = a.length() - length;
      boolean room = from >= 2 && b.length() - length >= 2;
      if (room && b.regionMatches(b.length() - length, a, from, length)) {
        return affixes.contains(a.substring(from)) ? length : 0;
      }
    }
    return 0;
  }

  /** Words of one length: character by character. */
  private void besides(String a, String b) {
    double sounds = 0;
    double looks = 0;
    for (int i = 0; i < a.length(); i++) {
      char x = a.charAt(i);
      char y = b.charAt(i);
      sounds += x == y ? 1 : readings.likeness(x, y);
      looks += x == y ? 1 : glyph(x, y);
    }
    reading = sounds / a.length();
    shape = looks / a.length();
  }

  /** As {@link Glyphs#likeness}, which takes long, with the last answers kept. */
  private double glyph(char a, char b) {
    int key = a < b ? a << 16 | b : b << 16 | a;
    int slot = (key * 0x9e3779b9) >>> (32 - CACHE_BITS);
    if (cacheKeys[slot] != key) {
      cacheKeys[slot] = key;
      cacheValues[slot] = (float) glyphs.likeness(a, b);
    }
    return cacheValues[slot];
  }

  /** One less the weighted edit distance, by the length of the longer. */
  private double aligned(String a, String b, boolean byReading) {
    for (int j = 0; j <= b.length(); j++) {
      table[0][j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      table[i][0] = i;
      for (int j = 1; j <= b.length(); j++) {
        char x = a.charAt(i - 1);
        char y = b.charAt(j - 1);
        double alike = byReading ? readings.likeness(x, y) : glyph(x, y);
        double swap = table[i - 1][j - 1] + 1 - alike;
        table[i][j] = Math.min(swap, Math.min(table[i - 1][j], table[i][j - 1]) + 1);
      }
    }
    return 1 - table[a.length()][b.length()] / Math.max(a.length(), b.length());
  }

  /**
   * What it comes to that the shorter word stands whole in the longer, each character the same or
   * nearly. Beside words that many firms add (集团, 旗舰, 新) the shorter word is what is remembered.
   */
  private double contained(String a, String b) {
    String longer = a.length() > b.length() ? a : b;
    String shorter = a.length() > b.length() ? b : a;
    if (shorter.length() < 2 || longer.length() == shorter.length()) {
      return 0;
    }
    double best = 0;
    for (int at = 0; at + shorter.length() <= longer.length(); at++) {
      double match = match(longer, at, shorter);
      if (match > 0) {
        best = Math.max(best, match * affixed(longer, at, shorter.length()));
      }
    }
    return best;
  }

  private double match(String longer, int at, String shorter) {
    double sum = 0;
    for (int i = 0; i < shorter.length(); i++) {
      char x = longer.charAt(at + i);
      char y = shorter.charAt(i);
      double alike = x == y ? 1 : (readings.likeness(x, y) + glyph(x, y)) / 2;
      if (alike < SAME_CHARACTER && !(shorter.length() >= 3 && alike >= 0.75)) {
        return 0;
      }
      sum += alike;
    }
    return sum / shorter.length();
  }

  private double affixed(String longer, int at, int length) {
    String before = longer.substring(0, at);
    String after = longer.substring(at + length);
    boolean weak =
        (before.isEmpty() || affixes.contains(before))
            && (after.isEmpty() || affixes.contains(after));
    if (weak) {
      return length == 2 ? 0.9 : 0.94;
    }
    double share = (double) length / longer.length();
    return length == 2 ? 0.5 + 0.36 * share : 0.6 + 0.32 * share;
  }

  private static boolean sameCharacters(String a, String b) {
    if (a.length() != b.length()) {
      return false;
    }
    char[] left = a.toCharArray();
    char[] right = b.toCharArray();
    java.util.Arrays.sort(left);
    java.util.Arrays.sort(right);
    return java.util.Arrays.equals(left, right);
  }
}
