package io.zhidun.rules.filings.mark;

/**
 * How alike two folded Latin words are: edit distance in which letters that look alike cost little,
 * vowels for vowels and doubled letters cost less than other edits. One thread at a time.
 */
final class LatinWords {

  private static final String[] LOOK_ALIKE = {
    "il1j", "o0qd", "s5z2", "b8d", "e3", "uv", "ck", "g9q"
  };
  private static final double LOOK = 0.3;
  private static final double VOWEL = 0.75;
  private static final double DOUBLED = 0.4;
  private static final double TURNED = 0.6;

  /** In short words one letter is a larger part of what is remembered. */
  private static final int SHORT = 5;

  private static final double SHORT_COST = 1.1;

  private static final float[][] COST = costs();

  private final double[][] table = new double[MarkText.MOST_LATIN * 4 + 1][];

  LatinWords() {
    for (int i = 0; i < table.length; i++) {
      table[i] = new double[table.length];
    }
  }

  /** From 0 to 1. Words of up to three letters must be equal. */
  double likeness(String a, String b) {
    if (a.isEmpty() || b.isEmpty()) {
      return 0;
    }
    if (a.equals(b)) {
      return 1;
    }
    String left = cut(a);
    String right = cut(b);
    int most = Math.max(left.length(), right.length());
    int least = Math.min(left.length(), right.length());
    if (least <= 3 || least * 2 < most) {
      return 0;
    }
    double cost = most <= SHORT ? SHORT_COST : 1;
    return Math.max(0, 1 - cost * distance(left, right) / most);
  }

  private String cut(String text) {
    return text.length() < table.length ? text : text.substring(0, table.length - 1);
  }

  private double distance(String a, String b) {
    for (int j = 1; j <= b.length(); j++) {
      table[0][j] = table[0][j - 1] + gap(b, j - 1);
    }
    for (int i = 1; i <= a.length(); i++) {
      table[i][0] = table[i - 1][0] + gap(a, i - 1);
      for (int j = 1; j <= b.length(); j++) {
        double swap = table[i - 1][j - 1] + cost(a.charAt(i - 1), b.charAt(j - 1));
        double drop = table[i - 1][j] + gap(a, i - 1);
        double add = table[i][j - 1] + gap(b, j - 1);
        table[i][j] = Math.min(turned(a, b, i, j), Math.min(swap, Math.min(drop, add)));
      }
    }
    return table[a.length()][b.length()];
  }

  /** Two letters in the other order. */
  private double turned(String a, String b, int i, int j) {
    boolean turned =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return turned ? table[i - 2][j - 2] + TURNED : Double.MAX_VALUE;
  }

  private static double gap(String text, int at) {
    return at > 0 && text.charAt(at) == text.charAt(at - 1) ? DOUBLED : 1;
  }

  private static double cost(char a, char b) {
    if (a == b) {
      return 0;
    }
    return a < 128 && b < 128 ? COST[a][b] : 1;
  }

  private static float[][] costs() {
    float[][] costs = new float[128][128];
    for (float[] row : costs) {
      java.util.Arrays.fill(row, 1);
    }
    lower(costs, "aeiouy", VOWEL);
    for (String group : LOOK_ALIKE) {
      lower(costs, group, LOOK);
    }
    return costs;
  }

  private static void lower(float[][] costs, String group, double cost) {
    for (int i = 0; i < group.length(); i++) {
      for (int j = 0; j < group.length(); j++) {
        costs[group.charAt(i)][group.charAt(j)] = (float) cost;
      }
    }
  }
}
