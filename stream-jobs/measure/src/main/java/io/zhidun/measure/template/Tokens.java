package io.zhidun.measure.template;

import java.util.ArrayList;
import java.util.List;

/** Splits a line into words; a word with a digit is a variable from the beginning. */
final class Tokens {
  /** Stands for whatever differs from line to line. */
  static final String VARIABLE = "<*>";

  /** Words kept of a line, so that a hostile one is no larger template than others. */
  static final int MOST = 48;

  private static final int LONGEST_WORD = 64;

  private Tokens() {}

  static List<String> of(String line) {
    List<String> words = new ArrayList<>();
    int at = 0;
    while (at < line.length() && words.size() < MOST) {
      while (at < line.length() && line.charAt(at) <= ' ') {
        at++;
      }
      int start = at;
      boolean digit = false;
      while (at < line.length() && line.charAt(at) > ' ') {
        digit |= Character.isDigit(line.charAt(at));
        at++;
      }
      if (at > start) {
        boolean variable = digit || at - start > LONGEST_WORD;
        words.add(variable ? VARIABLE : line.substring(start, at));
      }
    }
    return words;
  }
}
