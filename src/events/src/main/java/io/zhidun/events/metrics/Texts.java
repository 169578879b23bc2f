package io.zhidun.events.metrics;

/** Lengths of texts in UTF-8, without encoding them. */
final class Texts {
  private Texts() {}

  static void requireLength(String what, String text, int most) {
    // Most texts are so short that no character of theirs can matter.
    if (text.isEmpty()) {
      throw new IllegalArgumentException("the " + what + " must not be empty");
    }
    if (text.length() * 3L > most && bytes(text) > most) {
      throw new IllegalArgumentException(
          "the " + what + " may have " + most + " bytes, had " + bytes(text));
    }
  }

  /** Bytes of the text in UTF-8; half a surrogate pair becomes one question mark. */
  static int bytes(String text) {
    int bytes = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 0x80) {
        bytes++;
      } else if (c < 0x800) {
        bytes += 2;
      } else if (!Character.isSurrogate(c)) {
        bytes += 3;
      } else if (isPair(text, i)) {
        bytes += 4;
        i++;
      } else {
        bytes++;
      }
    }
    return bytes;
  }

  private static boolean isPair(String text, int at) {
    return Character.isHighSurrogate(text.charAt(at))
        && at + 1 < text.length()
        && Character.isLowSurrogate(text.charAt(at + 1));
  }
}
