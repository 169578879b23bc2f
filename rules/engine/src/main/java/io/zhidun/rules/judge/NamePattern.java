package io.zhidun.rules.judge;

import java.util.Locale;

/**
 * A name with {@code *} for any characters and {@code ?} for one, without case.
 *
 * @param text in lower case
 */
record NamePattern(String text) {
  NamePattern {
    text = text.toLowerCase(Locale.ROOT);
  }

  static boolean isOne(String text) {
    return text.indexOf('*') >= 0 || text.indexOf('?') >= 0;
  }

  /** Whether a name in lower case is meant. Goes back to the last star only, so never explodes. */
  boolean matches(String name) {
    int at = 0;
    int star = -1;
    int resumed = 0;
    int i = 0;
    while (i < name.length()) {
      char c = at < text.length() ? text.charAt(at) : 0;
      if (at < text.length() && c == '*') {
        star = at++;
        resumed = i;
      } else if (at < text.length() && (c == '?' || c == name.charAt(i))) {
        at++;
        i++;
      } else if (star >= 0) {
        at = star + 1;
        i = ++resumed;
      } else {
        return false;
      }
    }
    while (at < text.length() && text.charAt(at) == '*') {
      at++;
    }
    return at == text.length();
  }
}
