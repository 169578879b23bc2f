package io.zhidun.service.store;

/** Text from outside on its way into a bounded column. */
public final class ColumnText {
  private static final char REPLACEMENT = '\uFFFD';

  private ColumnText() {}

  /**
   * Cuts to {@code max} characters, an ellipsis included, and replaces what PostgreSQL cannot
   * store: U+0000 and surrogates without their other half. The whole text stays in the detection.
   */
  public static String fit(String text, int max) {
    String cut = text.length() <= max ? text : text.substring(0, max - 1) + "…";
    for (int i = 0; i < cut.length(); i++) {
      if (unstorable(cut, i)) {
        return replaced(cut);
      }
    }
    return cut;
  }

  private static String replaced(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      out.append(unstorable(text, i) ? REPLACEMENT : text.charAt(i));
    }
    return out.toString();
  }

  private static boolean unstorable(String text, int i) {
    char c = text.charAt(i);
    if (Character.isHighSurrogate(c)) {
      return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
    }
    if (Character.isLowSurrogate(c)) {
      return i == 0 || !Character.isHighSurrogate(text.charAt(i - 1));
    }
    return c == 0;
  }
}
