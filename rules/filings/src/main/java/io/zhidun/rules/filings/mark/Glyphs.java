package io.zhidun.rules.filings.mark;

import com.github.houbb.nlp.hanzi.similar.support.data.HanziSimilarDatas;
import com.github.houbb.nlp.hanzi.similar.util.ChaiziHelper;
import com.github.houbb.opencc4j.util.ZhConverterUtil;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * How Chinese characters look: their simplified form, four-corner code, strokes, structure, radical
 * and parts. Taken once from the libraries (about 0.7 s), then immutable.
 *
 * <p>The likeness blends agreement of the four corners, of the parts weighted by their strokes, of
 * the number of strokes, of radical and of structure. The weights are ours, set on the pairs in the
 * tests: 末 and 未 come out near 1, 江 and 河, which share only a radical, below 0.6.
 */
final class Glyphs {

  private static final char FIRST = 0x4e00;
  private static final char LAST = 0x9fa5;
  private static final int SIZE = LAST - FIRST + 1;

  private static final double CORNERS = 0.35;
  private static final double PARTS = 0.3;
  private static final double STROKES = 0.2;
  private static final double RADICAL = 0.1;
  private static final double STRUCTURE = 0.05;
  private static final double CORNERS_OF_RADICAL = 0.08;
  private static final double LOOK_ALIKE = 0.9;

  private final char[] simplified = new char[SIZE];
  private final short[] corners = new short[SIZE];
  private final byte[] strokes = new byte[SIZE];
  private final byte[] structure = new byte[SIZE];
  private final char[] radical = new char[SIZE];
  private final String[][] parts = new String[SIZE][];
  private final String[] lookAlikes = new String[SIZE];

  private Glyphs() {
    Map<String, String> cornerData = HanziSimilarDatas.sijiao().dataMap();
    Map<String, Integer> strokeData = HanziSimilarDatas.bihuashu().dataMap();
    Map<String, String> structureData = HanziSimilarDatas.jiegou().dataMap();
    Map<String, String> radicalData = HanziSimilarDatas.bushou().dataMap();
    for (int i = 0; i < SIZE; i++) {
      char c = (char) (FIRST + i);
      String key = String.valueOf(c);
      simplified[i] = simple(c);
      corners[i] = corners(cornerData.getOrDefault(key, ""));
      strokes[i] = strokeData.getOrDefault(key, 0).byteValue();
      structure[i] = (byte) first(structureData.getOrDefault(key, ""));
      radical[i] = first(radicalData.getOrDefault(key, ""));
      parts[i] = parts(c);
    }
    Arrays.fill(lookAlikes, "");
    ShippedLines.of("look-alikes.txt").forEach(this::addLookAlikes);
  }

  private void addLookAlikes(String group) {
    for (int i = 0; i < group.length(); i++) {
      int at = group.charAt(i) - FIRST;
      lookAlikes[at] = lookAlikes[at] + group;
    }
  }

  static Glyphs shared() {
    return Holder.SHARED;
  }

  static boolean knows(char c) {
    return c >= FIRST && c <= LAST;
  }

  /** The simplified form; the character itself where it has none or several. */
  char simplified(char c) {
    return knows(c) ? simplified[c - FIRST] : c;
  }

  /** How alike two characters look, from 0 to 1. */
  double likeness(char a, char b) {
    if (a == b) {
      return 1;
    }
    if (!knows(a) || !knows(b)) {
      return 0;
    }
    double known = named(a, b) ? LOOK_ALIKE : 0;
    double rough = rough(a - FIRST, b - FIRST);
    double shared = sharedParts(a, b);
    return Math.max(known, Math.min(0.99, rough + PARTS * shared * shared));
  }

  /** Whether {@code look-alikes.txt} names the two in one line. */
  private boolean named(char a, char b) {
    return lookAlikes[a - FIRST].indexOf(b) >= 0;
  }

  /** All but the parts. A shared radical brings its corners with it, so they count less then. */
  private double rough(int i, int j) {
    boolean sameRadical = radical[i] == radical[j];
    double corner = sameCorners(i, j) / 4.0;
    double rough = CORNERS * corner + STROKES * closeness(strokes[i], strokes[j]);
    if (sameRadical) {
      rough += RADICAL - CORNERS_OF_RADICAL * corner;
    }
    return structure[i] == structure[j] ? rough + STRUCTURE : rough;
  }

  /**
   * The characters that look at least this much like one, itself left out. Looks at all 20,902: for
   * building an index, not for each filing.
   */
  char[] near(char c, double least) {
    StringBuilder found = new StringBuilder();
    for (int other = FIRST; knows(c) && other <= LAST; other++) {
      if (other != c && mayBeNear(c, (char) other, least) && likeness(c, (char) other) >= least) {
        found.append((char) other);
      }
    }
    return found.toString().toCharArray();
  }

  /** Whether the parts, which cost most to compare, can still bring the pair there. */
  private boolean mayBeNear(char c, char other, double least) {
    return named(c, other)
        || (simplified[other - FIRST] == other && rough(c - FIRST, other - FIRST) + PARTS >= least);
  }

  private int sameCorners(int i, int j) {
    int a = corners[i];
    int b = corners[j];
    int same = 0;
    for (int corner = 0; corner < 4; corner++) {
      int digit = a & 15;
      if (digit < 10 && digit == (b & 15)) {
        same++;
      }
      a >>= 4;
      b >>= 4;
    }
    return same;
  }

  private static double closeness(int a, int b) {
    return a == 0 || b == 0 ? 0 : (double) Math.min(a, b) / Math.max(a, b);
  }

  /** The share of the strokes of both that lies in parts they have in common. */
  private double sharedParts(char a, char b) {
    double best = 0;
    for (String left : parts[a - FIRST]) {
      for (String right : parts[b - FIRST]) {
        best = Math.max(best, sharedParts(left, right));
      }
    }
    return best;
  }

  private double sharedParts(String left, String right) {
    int shared = 0;
    long taken = 0;
    for (int i = 0; i < left.length(); i++) {
      for (int j = 0; j < right.length(); j++) {
        if (left.charAt(i) == right.charAt(j) && (taken & 1L << j) == 0) {
          taken |= 1L << j;
          shared += 2 * strokesOf(left.charAt(i));
          break;
        }
      }
    }
    return (double) shared / Math.max(1, strokesOf(left) + strokesOf(right));
  }

  private int strokesOf(String text) {
    int sum = 0;
    for (int i = 0; i < text.length(); i++) {
      sum += strokesOf(text.charAt(i));
    }
    return sum;
  }

  private int strokesOf(char c) {
    return knows(c) ? Math.max(1, strokes[c - FIRST]) : 2;
  }

  private static char simple(char c) {
    List<String> forms = ZhConverterUtil.toSimple(c);
    boolean one = forms != null && !forms.isEmpty() && forms.get(0).length() == 1;
    return one ? forms.get(0).charAt(0) : c;
  }

  private static short corners(String code) {
    int packed = 0;
    for (int i = 0; i < 4; i++) {
      int digit = i < code.length() ? code.charAt(i) - '0' : 15;
      packed = packed << 4 | (digit >= 0 && digit <= 9 ? digit : 15);
    }
    return (short) packed;
  }

  private static char first(String text) {
    return text.isEmpty() ? 0 : text.charAt(0);
  }

  /** The character as a part of others, and what it is taken apart into, each way of it. */
  private static String[] parts(char c) {
    List<String> ways = ChaiziHelper.chai(c);
    int count = ways == null ? 0 : Math.min(3, ways.size());
    String[] all = new String[count + 1];
    all[0] = String.valueOf(c);
    for (int i = 0; i < count; i++) {
      String way = ways.get(i);
      all[i + 1] = way.length() > 60 ? way.substring(0, 60) : way;
    }
    return all;
  }

  private static final class Holder {
    static final Glyphs SHARED = new Glyphs();
  }
}
