package io.zhidun.collectors.metrics.text;

import java.util.Locale;

/** Numbers as the text forms write them. */
final class Numbers {
  private static final int LONGEST = 64;

  private Numbers() {}

  /**
   * A floating-point number, {@code NaN}, {@code Inf} or {@code Infinity} with a sign or none, in
   * any case.
   *
   * @throws NumberFormatException if it is none; Java's own suffixes and hexadecimal are none
   */
  static double parse(String text) {
    if (text.length() > LONGEST || text.isEmpty()) {
      throw new NumberFormatException("a number has 1 to " + LONGEST + " characters");
    }
    char last = text.charAt(text.length() - 1);
    if (last >= '0' && last <= '9' || last == '.') {
      return decimal(text);
    }
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "nan", "+nan", "-nan" -> Double.NaN;
      case "inf", "+inf", "infinity", "+infinity" -> Double.POSITIVE_INFINITY;
      case "-inf", "-infinity" -> Double.NEGATIVE_INFINITY;
      default -> throw new NumberFormatException("no number");
    };
  }

  private static double decimal(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean digit = c >= '0' && c <= '9';
      if (!digit && c != '.' && c != '-' && c != '+' && c != 'e' && c != 'E') {
        throw new NumberFormatException("no decimal number");
      }
    }
    return Double.parseDouble(text);
  }
}
