package io.zhidun.rules.atom;

/**
 * How letters of either case are made equal: per code point, upper case and then lower case, which
 * is what {@link String#equalsIgnoreCase} compares. One code point folds to one code point.
 */
public final class Folding {
  /** Folds ASCII, leaves every other byte as it is. */
  static final byte[] ASCII = table(true);

  /** Leaves every byte as it is. */
  static final byte[] NONE = table(false);

  private Folding() {}

  /** The folded form of one code point. */
  public static int fold(int codePoint) {
    return Character.toLowerCase(Character.toUpperCase(codePoint));
  }

  /** The folded form of a text. */
  public static String fold(String text) {
    StringBuilder folded = new StringBuilder(text.length());
    text.codePoints().forEach(point -> folded.appendCodePoint(fold(point)));
    return folded.toString();
  }

  /** The table by which bytes of a {@link TextView} compare without case; not to be changed. */
  public static byte[] asciiTable() {
    return ASCII;
  }

  private static byte[] table(boolean folds) {
    byte[] table = new byte[256];
    for (int i = 0; i < 256; i++) {
      table[i] = (byte) (folds && i >= 'A' && i <= 'Z' ? i + 32 : i);
    }
    return table;
  }
}
