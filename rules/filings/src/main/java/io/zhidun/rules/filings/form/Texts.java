package io.zhidun.rules.filings.form;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Cleans text that people and programs wrote. */
final class Texts {

  private Texts() {}

  /**
   * Without white space around it; control characters other than tab and line feed become spaces,
   * halves of surrogate pairs become U+FFFD, for neither PostgreSQL nor UTF-8 takes them.
   */
  static String clean(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && blank(text.charAt(from))) {
      from++;
    }
    while (to > from && blank(text.charAt(to - 1))) {
      to--;
    }
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (unfit(c)) {
        return replaced(text, from, to);
      }
    }
    return text.substring(from, to);
  }

  private static boolean blank(char c) {
    return c <= ' ' || c == '\u3000' || c == '\u00a0' || c == '\ufeff';
  }

  private static boolean unfit(char c) {
    return c < ' ' && c != '\n' && c != '\t' || c == 0x7f || Character.isSurrogate(c);
  }

  private static String replaced(String text, int from, int to) {
    StringBuilder out = new StringBuilder(to - from);
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (Character.isHighSurrogate(c)
          && i + 1 < to
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        out.append(c).append(text.charAt(++i));
      } else if (Character.isSurrogate(c)) {
        out.append('\ufffd');
      } else if (c == '\r') {
        if (i + 1 == to || text.charAt(i + 1) != '\n') {
          out.append('\n');
        }
      } else {
        out.append(unfit(c) ? ' ' : c);
      }
    }
    return out.toString();
  }

  /** The first characters, never half of a pair. */
  static String cut(String text, int limit) {
    int end = Character.isHighSurrogate(text.charAt(limit - 1)) ? limit - 1 : limit;
    return text.substring(0, end);
  }

  /** The clean parts of a text between separators, without empty ones. */
  static List<String> parts(Pattern separator, String text) {
    List<String> parts = new ArrayList<>();
    for (String part : separator.split(text, -1)) {
      String clean = clean(part);
      if (!clean.isEmpty()) {
        parts.add(clean);
      }
    }
    return parts;
  }

  /** Full-width letters, digits and signs as ASCII; everything else as it is. */
  static String halfWidth(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (half(text.charAt(i)) != text.charAt(i)) {
        StringBuilder out = new StringBuilder(text.length());
        for (int k = 0; k < text.length(); k++) {
          out.append(half(text.charAt(k)));
        }
        return out.toString();
      }
    }
    return text;
  }

  private static char half(char c) {
    if (c >= '\uff01' && c <= '\uff5e') {
      return (char) (c - 0xfee0);
    }
    return switch (c) {
      case '\u3000', '\u00a0' -> ' ';
      case '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2015', '\u2212' -> '-';
      default -> c;
    };
  }

  static boolean han(char c) {
    return c >= '\u4e00' && c <= '\u9fff' || c == '\u3007' || c >= '\u3400' && c <= '\u4dbf';
  }

  static boolean hasHan(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (han(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  static boolean digits(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return !text.isEmpty();
  }
}
