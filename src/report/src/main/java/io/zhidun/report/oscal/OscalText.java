package io.zhidun.report.oscal;

import io.zhidun.report.Plain;
import io.zhidun.rules.compliance.record.Texts;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** Values in the data types of OSCAL. */
final class OscalText {

  /** Release that the documents keep to. */
  static final String RELEASE = "1.1.2";

  /** Name space of the properties that OSCAL does not define. */
  private static final String NAMESPACE = "urn:zhidun:report";

  private static final UUID ROOT = UUID.fromString("5b0c4f6e-8f3b-5d43-9a57-3d1f6f0a7c11");
  private static final String EMPTY = "—";

  private OscalText() {}

  /** A string: one line, neither empty nor with space at its ends. */
  static String line(String text) {
    String line =
        Plain.of(text).replaceAll("[\\s\\u00A0\\u2028\\u2029\\u3000\\uFEFF]+", " ").strip();
    return line.isEmpty() ? EMPTY : line;
  }

  /** A line that Markdown and HTML show as it stands. */
  static String markup(String text) {
    return line(text).replaceAll("([\\\\`*_{}\\[\\]<>#|~^])", "\\\\$1");
  }

  static String markup(Texts texts) {
    return markup(texts.zh() + " / " + texts.en());
  }

  /** A token: letters, digits, dot, hyphen, underscore, not led in by a digit. */
  static String token(String text) {
    String token = text.replaceAll("[^\\p{L}\\p{N}._-]", "_");
    return token.isEmpty() || !Character.isLetter(token.codePointAt(0)) ? "_" + token : token;
  }

  /**
   * The same for the same name: version 5 of RFC 9562, whose SHA-1 only spreads names and protects
   * nothing.
   */
  static String uuid(String kind, String name) {
    try {
      MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
      sha1.update(ROOT.toString().getBytes(StandardCharsets.US_ASCII));
      byte[] hash = sha1.digest((kind + "\n" + name).getBytes(StandardCharsets.UTF_8));
      hash[6] = (byte) (hash[6] & 0x0F | 0x50);
      hash[8] = (byte) (hash[8] & 0x3F | 0x80);
      long most = 0;
      long least = 0;
      for (int i = 0; i < 8; i++) {
        most = most << 8 | hash[i] & 0xFF;
        least = least << 8 | hash[i + 8] & 0xFF;
      }
      return new UUID(most, least).toString();
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-1", impossible);
    }
  }

  static Map<String, Object> property(String name, String value) {
    Map<String, Object> property = new LinkedHashMap<>();
    property.put("name", token(name));
    property.put("ns", NAMESPACE);
    property.put("value", line(value));
    return property;
  }
}
