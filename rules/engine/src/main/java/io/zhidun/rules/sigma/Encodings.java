package io.zhidun.rules.sigma;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** The modifiers that turn a text into the encoded forms in which it may stand in a log. */
final class Encodings {
  /** Base64 characters at the start that also depend on the bytes before, by offset. */
  private static final int[] LEADING = {0, 2, 3};

  /** Characters at the end that also depend on the bytes behind, by remainder of the length. */
  private static final int[] TRAILING = {0, 3, 2};

  private Encodings() {}

  static boolean applies(Modifiers modifiers) {
    return modifiers.has("base64") || modifiers.has("base64offset") || isWide(modifiers);
  }

  private static boolean isWide(Modifiers modifiers) {
    return modifiers.has("utf16")
        || modifiers.has("utf16le")
        || modifiers.has("utf16be")
        || modifiers.has("wide");
  }

  /** All forms of a text; any of them counts. */
  static List<String> forms(String text, Modifiers modifiers) {
    byte[] bytes = bytes(text, modifiers);
    if (modifiers.has("base64offset")) {
      return offsets(bytes);
    }
    if (modifiers.has("base64")) {
      return List.of(Base64.getEncoder().encodeToString(bytes));
    }
    return List.of(new String(bytes, StandardCharsets.UTF_8));
  }

  private static byte[] bytes(String text, Modifiers modifiers) {
    if (modifiers.has("utf16be")) {
      return text.getBytes(StandardCharsets.UTF_16BE);
    }
    if (modifiers.has("utf16")) {
      return ("\ufeff" + text).getBytes(StandardCharsets.UTF_16LE);
    }
    return text.getBytes(isWide(modifiers) ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_8);
  }

  private static List<String> offsets(byte[] bytes) {
    List<String> forms = new ArrayList<>();
    for (int offset = 0; offset < 3; offset++) {
      byte[] shifted = new byte[bytes.length + offset];
      System.arraycopy(bytes, 0, shifted, offset, bytes.length);
      String encoded = Base64.getEncoder().encodeToString(shifted);
      int to = encoded.length() - TRAILING[shifted.length % 3];
      forms.add(encoded.substring(Math.min(LEADING[offset], to), to));
    }
    return forms;
  }
}
