package io.zhidun.report;

/** Text of others made safe to print: nothing in it can steer a reader, a parser or a terminal. */
public final class Plain {

  /** Longer texts are cut in printed forms; the JSON forms keep the whole. */
  public static final int MOST_CHARACTERS = 4_000;

  private static final char UNPRINTABLE = '\uFFFD';

  private Plain() {}

  /**
   * With control characters, lone surrogates, non-characters and marks that turn the direction of
   * writing replaced by U+FFFD. Line feeds stay; tabs become spaces.
   */
  public static String of(String text) {
    int length = Math.min(text.length(), MOST_CHARACTERS);
    StringBuilder plain = new StringBuilder(length);
    for (int i = 0; i < length; ) {
      int point = text.codePointAt(i);
      i += Character.charCount(point);
      if (point == '\t') {
        plain.append(' ');
      } else if (point == '\n' || isPrintable(point)) {
        plain.appendCodePoint(point);
      } else if (point != '\r') {
        plain.append(UNPRINTABLE);
      }
    }
    return length == text.length() ? plain.toString() : plain.append('…').toString();
  }

  private static boolean isPrintable(int point) {
    return !Character.isISOControl(point)
        && !(point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE)
        && (point & 0xFFFE) != 0xFFFE
        && !turnsDirection(point);
  }

  /** U+200E, U+200F, the embeddings and overrides, the isolates. */
  private static boolean turnsDirection(int point) {
    return point == 0x200E
        || point == 0x200F
        || (point >= 0x202A && point <= 0x202E)
        || (point >= 0x2066 && point <= 0x2069);
  }
}
