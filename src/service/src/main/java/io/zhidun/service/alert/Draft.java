package io.zhidun.service.alert;

import io.zhidun.events.AlertDraft;
import io.zhidun.events.Detection;
import io.zhidun.events.Digests;
import io.zhidun.events.Json;
import io.zhidun.service.store.ColumnText;
import io.zhidun.service.store.Micros;
import java.util.Objects;
import tools.jackson.core.JacksonException;

/**
 * A draft as it came: what it says and the text it was read from.
 *
 * @param content what it says
 * @param body the JSON text, stored as it is
 */
public record Draft(AlertDraft content, String body) {
  /** Longest JSON text of a draft, in characters; the column's length. */
  public static final int MAX_BODY = 1 << 20;

  private static final int MAX_ID = 128;

  public Draft {
    Objects.requireNonNull(content, "content");
    Objects.requireNonNull(body, "body");
    if (body.length() > MAX_BODY) {
      throw new IllegalArgumentException(
          "a draft has at most " + MAX_BODY + " characters, this has " + body.length());
    }
    checkId("fingerprint", content.fingerprint());
    checkId("detection id", content.detection().id());
    checkId("rule id", content.detection().rule().id());
    checkId("rule name", content.detection().rule().name());
    checkId("rule version", content.detection().rule().version());
  }

  /**
   * Reads a draft from its JSON text.
   *
   * @throws IllegalArgumentException saying what is wrong with it
   */
  public static Draft read(String body) {
    try {
      AlertDraft content = Json.mapper().readValue(body, AlertDraft.class);
      if (content == null) {
        throw new IllegalArgumentException("a draft must be an object, was null");
      }
      return new Draft(content, body);
    } catch (JacksonException e) {
      throw new IllegalArgumentException("no alert draft: " + e.getOriginalMessage(), e);
    }
  }

  Detection detection() {
    return content.detection();
  }

  String id() {
    return content.detection().id();
  }

  long time() {
    return Micros.of(content.detection().time());
  }

  long recovery() {
    return Micros.of(content.detection().recovery());
  }

  String digest() {
    return Digests.of(body);
  }

  private static void checkId(String name, String value) {
    boolean plain = value.chars().allMatch(c -> c > 0x20 && c < 0x7f);
    if (value.isEmpty() || value.length() > MAX_ID || !plain) {
      throw new IllegalArgumentException(
          name
              + " must be 1 to "
              + MAX_ID
              + " printable ASCII characters, was \""
              + ColumnText.fit(value, MAX_ID)
              + "\"");
    }
  }
}
