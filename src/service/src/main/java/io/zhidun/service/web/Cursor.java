package io.zhidun.service.web;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a page ended: the sort it belongs to and the sort values of its last item. Opaque to
 * clients, checked when it comes back.
 */
public record Cursor(String sort, List<String> keys) {
  private static final int MAX_LENGTH = 2048;
  private static final String SEPARATOR = "\n";

  public Cursor {
    keys = List.copyOf(keys);
  }

  public String encode() {
    String text = sort + SEPARATOR + String.join(SEPARATOR, keys);
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The cursor, or null if it is none of this sort with this number of keys. */
  public static @Nullable Cursor decode(String text, String sort, int keys) {
    if (text.length() > MAX_LENGTH) {
      return null;
    }
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(text);
      List<String> parts = List.of(new String(bytes, StandardCharsets.UTF_8).split(SEPARATOR, -1));
      return parts.size() == keys + 1 && parts.get(0).equals(sort)
          ? new Cursor(sort, parts.subList(1, parts.size()))
          : null;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
