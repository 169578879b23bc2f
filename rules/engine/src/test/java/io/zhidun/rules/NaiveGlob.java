package io.zhidun.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A text pattern over code points, compared by the textbook table; literals by the JDK. */
final class NaiveGlob {
  private static final int ONE = -1;
  private static final int MANY = -2;
  private static final int DASH = -3;
  private static final String DASHES = "-/–—―";

  /**
   * Values lately folded, since thousands of patterns meet the same; by equality, so any will do.
   */
  private static final ThreadLocal<Map<String, String>> FOLDED =
      ThreadLocal.withInitial(
          () ->
              new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
                  return size() > 1_000;
                }
              });

  private final List<Integer> tokens = new ArrayList<>();
  private final boolean cased;
  private final boolean open;
  private final boolean close;
  private boolean literal = true;
  private String text = "";

  NaiveGlob(
      String wanted, boolean raw, boolean windash, boolean cased, boolean open, boolean close) {
    this.cased = cased;
    this.open = open;
    this.close = close;
    read(wanted, raw, windash);
    if (literal) {
      StringBuilder all = new StringBuilder();
      tokens.forEach(all::appendCodePoint);
      text = all.toString();
    }
    if (open) {
      tokens.add(0, MANY);
    }
    if (close) {
      tokens.add(MANY);
    }
  }

  private void read(String wanted, boolean raw, boolean windash) {
    int i = 0;
    while (i < wanted.length()) {
      int c = wanted.codePointAt(i);
      int size = Character.charCount(c);
      boolean escape = !raw && c == '\\' && i + 1 < wanted.length();
      if (escape && "*?\\".indexOf(wanted.charAt(i + 1)) >= 0) {
        tokens.add((int) wanted.charAt(i + 1));
        size = 2;
      } else if (!raw && (c == '*' || c == '?')) {
        special(c == '*' ? MANY : ONE);
      } else if (windash && isFlag(wanted, i)) {
        special(DASH);
      } else {
        tokens.add(folded(c));
      }
      i += size;
    }
  }

  private void special(int token) {
    tokens.add(token);
    literal = false;
  }

  private int folded(int c) {
    return cased ? c : Character.toLowerCase(Character.toUpperCase(c));
  }

  private static String fold(String value) {
    StringBuilder folded = new StringBuilder();
    value
        .codePoints()
        .map(c -> Character.toLowerCase(Character.toUpperCase(c)))
        .forEach(folded::appendCodePoint);
    return folded.toString();
  }

  private static boolean isFlag(String text, int at) {
    boolean dash = DASHES.indexOf(text.charAt(at)) >= 0;
    boolean begins = at == 0 || !word(text.charAt(at - 1));
    return dash && begins && at + 1 < text.length() && word(text.charAt(at + 1));
  }

  private static boolean word(char c) {
    return Character.isLetterOrDigit(c) || c == '_';
  }

  boolean matches(String value) {
    String folded = cased ? value : FOLDED.get().computeIfAbsent(value, NaiveGlob::fold);
    if (!literal) {
      return table(folded.codePoints().toArray());
    }
    if (open) {
      return close ? folded.contains(text) : folded.endsWith(text);
    }
    return close ? folded.startsWith(text) : folded.equals(text);
  }

  /** reach[i]: the tokens so far match the first i code points. */
  private boolean table(int[] points) {
    boolean[] reach = new boolean[points.length + 1];
    reach[0] = true;
    for (int token : tokens) {
      boolean[] next = new boolean[points.length + 1];
      for (int i = 0; i <= points.length; i++) {
        if (token == MANY) {
          next[i] = reach[i] || i > 0 && next[i - 1];
        } else {
          next[i] = i > 0 && reach[i - 1] && accepts(token, points[i - 1]);
        }
      }
      reach = next;
    }
    return reach[points.length];
  }

  private static boolean accepts(int token, int point) {
    return token == ONE || token == DASH && DASHES.indexOf(point) >= 0 || token == point;
  }
}
