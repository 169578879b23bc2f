package io.zhidun.collectors.metrics;

/** Names as Prometheus' data model allows them. */
public final class Names {
  private Names() {}

  /** A metric's name: letters, digits, underscores and colons, no digit first. */
  static String requireMetric(String name) {
    if (!isName(name, true)) {
      throw new IllegalArgumentException(
          "\"" + Staging.shown(name) + "\" is no metric name: [a-zA-Z_:][a-zA-Z0-9_:]*");
    }
    return name;
  }

  /** A label's name: letters, digits and underscores, no digit first. */
  static String requireLabel(String name) {
    if (!isName(name, false)) {
      throw new IllegalArgumentException(
          "\"" + Staging.shown(name) + "\" is no label name: [a-zA-Z_][a-zA-Z0-9_]*");
    }
    return name;
  }

  /** Whether the text is a name. */
  public static boolean isName(String text, boolean colons) {
    if (text.isEmpty() || Character.isDigit(text.charAt(0))) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (!isNamePart(text.charAt(i), colons)) {
        return false;
      }
    }
    return true;
  }

  /** Whether a character may stand in a name, though perhaps not first. */
  public static boolean isNamePart(int c, boolean colons) {
    return c >= 'a' && c <= 'z'
        || c >= 'A' && c <= 'Z'
        || c >= '0' && c <= '9'
        || c == '_'
        || colons && c == ':';
  }
}
