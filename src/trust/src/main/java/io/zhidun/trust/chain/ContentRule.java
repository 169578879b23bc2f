package io.zhidun.trust.chain;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** What a record may hold: one JSON object on one line, bounded. */
final class ContentRule {
  private static final JsonFactory JSON = new JsonFactory();

  private ContentRule() {}

  static void check(String content) {
    byte[] utf8 = Trail.utf8(content);
    if (utf8.length > Trail.MOST_CONTENT_BYTES) {
      throw new IllegalArgumentException(
          "a record's content has at most %d bytes, this one %d"
              .formatted(Trail.MOST_CONTENT_BYTES, utf8.length));
    }
    for (int i = 0; i < content.length(); i++) {
      char c = content.charAt(i);
      boolean high = Character.isHighSurrogate(c);
      if (high && i + 1 < content.length() && Character.isLowSurrogate(content.charAt(i + 1))) {
        i++;
      } else if (c < ' ' || Character.isSurrogate(c)) {
        throw new IllegalArgumentException(
            "a record's content has the character U+%04X at %d".formatted((int) c, i));
      }
    }
    if (!content.startsWith("{") || !content.endsWith("}") || !isOneObject(utf8)) {
      throw new IllegalArgumentException("a record's content is one JSON object");
    }
  }

  private static boolean isOneObject(byte[] utf8) {
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), utf8)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return false;
      }
      parser.skipChildren();
      return parser.currentToken() == JsonToken.END_OBJECT && parser.nextToken() == null;
    } catch (JacksonException broken) {
      return false;
    }
  }
}
