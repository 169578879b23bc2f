package io.zhidun.stream.normalize;

import io.zhidun.events.Event;
import io.zhidun.events.FieldNames;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads {@code KEY=value} words as packet filters write them. Known keys become fields; others are
 * kept as extras under {@code prefix}; words without {@code =} are flags.
 */
final class KeyValues {
  /** What is known of a key. */
  private record Target(int field, CaptureType type) {}

  private final NameTable<Target> targets;
  private final String prefix;
  private final int flags;

  private KeyValues(NameTable<Target> targets, String prefix, int flags) {
    this.targets = targets;
    this.prefix = prefix;
    this.flags = flags;
  }

  static KeyValues of(YamlMap settings) {
    settings.allow(java.util.Set.of("fields", "prefix", "flags"));
    Map<String, Target> targets = new LinkedHashMap<>();
    settings
        .map("fields")
        .forEach(
            (key, value) -> {
              String[] parts = String.valueOf(value).split(":", 2);
              CaptureType type =
                  CaptureType.named(parts.length > 1 ? parts[1] : "text")
                      .orElseThrow(
                          () ->
                              new FormatFault(
                                  settings.place() + ": type of " + value + " is unknown"));
              targets.put(key, new Target(FieldNames.id(parts[0]), type));
            });
    return new KeyValues(
        new NameTable<>(targets), settings.text("prefix"), FieldNames.id(settings.text("flags")));
  }

  void read(Event event, byte[] b, int from, int to, LinePattern.Sink sink) {
    int at = from;
    while (at < to) {
      int wordEnd = at;
      int equals = -1;
      while (wordEnd < to && b[wordEnd] != ' ') {
        if (equals < 0 && b[wordEnd] == '=') {
          equals = wordEnd;
        }
        wordEnd++;
      }
      if (equals > at) {
        pair(event, b, at, equals, wordEnd, sink);
      } else if (wordEnd > at) {
        sink.capture(event, flags, CaptureType.TEXT, b, at, wordEnd);
      }
      at = wordEnd + 1;
    }
  }

  private void pair(Event event, byte[] b, int at, int equals, int end, LinePattern.Sink sink) {
    int from = equals + 1;
    if (from == end) {
      return;
    }
    Target target = targets.find(b, at, equals);
    if (target != null && target.type.accepts(b, from, end)) {
      sink.capture(event, target.field, target.type, b, from, end);
    } else {
      String name = new String(b, at, equals - at, StandardCharsets.UTF_8);
      event.putExtra(prefix + name, io.zhidun.events.ValueType.TEXT, b, from, end);
    }
  }
}
