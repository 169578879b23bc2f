package io.zhidun.rules.sigma;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The modifiers that turn a text into the encoded forms in which it may stand in a log. */
final class Encodings {
  /** Base64 characters at the start that also depend on the bytes before, by offset. */
  private static final int[] LEADING = {0, 2, 3};

  /** Characters at the end that also depend on the bytes behind, by remainder of the length. */
  private static final int[] TRAILING = {0, 3, 2};

  /** What stands before a flag: hyphen, slash, en dash, em dash, horizontal bar. */
  private static final String DASHES = "-/\u2013\u2014\u2015";

  /** Four dashes, each in five ways. */
  private static final int MOST_FORMS = 625;

  private Encodings() {}

  static boolean applies(Modifiers modifiers) {
    return modifiers.names().stream().anyMatch(Encodings::encodes);
  }

  private static boolean encodes(String modifier) {
    return switch (modifier) {
      case "base64", "base64offset", "utf16", "utf16le", "utf16be", "wide" -> true;
      default -> false;
    };
  }

  /**
   * All forms of a text, made by the modifiers in the order written; any of them counts.
   *
   * @throws IllegalArgumentException when a flag's dashes were to be varied in what is encoded
   *     already, or make more forms than a rule may have
   */
  static List<String> forms(String text, Modifiers modifiers) {
    List<byte[]> forms = List.of(text.getBytes(StandardCharsets.UTF_8));
    @Nullable String encoded = null;
    for (String name : modifiers.names()) {
      if (name.equals("windash") && encoded != null) {
        throw new IllegalArgumentException(
            "modifier \"windash\" must stand before \"" + encoded + "\"");
      }
      encoded = encodes(name) ? name : encoded;
      forms = forms.stream().flatMap(form -> applied(name, form).stream()).toList();
    }
    return forms.stream().map(form -> new String(form, StandardCharsets.UTF_8)).toList();
  }

  private static List<byte[]> applied(String modifier, byte[] form) {
    String text = new String(form, StandardCharsets.UTF_8);
    return switch (modifier) {
      case "windash" -> dashed(text);
      case "utf16be" -> List.of(text.getBytes(StandardCharsets.UTF_16BE));
      case "utf16" -> List.of(("\ufeff" + text).getBytes(StandardCharsets.UTF_16LE));
      case "utf16le", "wide" -> List.of(text.getBytes(StandardCharsets.UTF_16LE));
      case "base64" -> List.of(Base64.getEncoder().encode(form));
      case "base64offset" ->
          offsets(form).stream().map(one -> one.getBytes(StandardCharsets.US_ASCII)).toList();
      default -> List.of(form);
    };
  }

  /** The text with each flag's dash as any of the five. */
  private static List<byte[]> dashed(String text) {
    List<String> heads = List.of("");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      String any = isFlagDash(text, i) ? DASHES : String.valueOf(c);
      heads =
          heads.stream().flatMap(head -> any.chars().mapToObj(dash -> head + (char) dash)).toList();
      if (heads.size() > MOST_FORMS) {
        throw new IllegalArgumentException(
            "\"" + text + "\" stands for more than " + MOST_FORMS + " forms");
      }
    }
    return heads.stream().map(head -> head.getBytes(StandardCharsets.UTF_8)).toList();
  }

  /** As where nothing is encoded: a word begins behind it and none ends before it. */
  private static boolean isFlagDash(String text, int at) {
    return DASHES.indexOf(text.charAt(at)) >= 0
        && (at == 0 || !isWord(text.charAt(at - 1)))
        && at + 1 < text.length()
        && isWord(text.charAt(at + 1));
  }

  private static boolean isWord(char c) {
    return Character.isLetterOrDigit(c) || c == '_';
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
