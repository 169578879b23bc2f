package io.zhidun.events;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Names of extras met lately, so that a source that repeats its names does not make a text for each
 * of its values. Bounded: a name that meets another in its place takes it. Belongs to one thread.
 */
final class ExtraNames {
  private static final int PLACES = 512;

  private final @Nullable Known[] places = new Known[PLACES];

  private record Known(byte[] key, String name) {}

  /** The name in {@code bytes[0, length)}. */
  String name(byte[] bytes, int length) {
    int place = FieldNames.hash(bytes, 0, length) & PLACES - 1;
    Known known = places[place];
    if (known == null || !Arrays.equals(known.key, 0, known.key.length, bytes, 0, length)) {
      known =
          new Known(
              Arrays.copyOf(bytes, length), new String(bytes, 0, length, StandardCharsets.UTF_8));
      places[place] = known;
    }
    return known.name;
  }
}
