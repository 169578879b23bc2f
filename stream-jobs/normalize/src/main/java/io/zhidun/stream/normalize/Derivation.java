package io.zhidun.stream.normalize;

import io.zhidun.events.Event;
import io.zhidun.events.FieldNames;
import io.zhidun.events.ValueType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A field whose value follows from another field: by its text, or by whether its number is below a
 * bound.
 */
final class Derivation {
  private final int source;
  private final long bound;
  private final byte[][] keys;
  private final List<Constants> values;
  private final Constants otherwise;

  private Derivation(
      int source, long bound, byte[][] keys, List<Constants> values, Constants otherwise) {
    this.source = source;
    this.bound = bound;
    this.keys = keys;
    this.values = values;
    this.otherwise = otherwise;
  }

  static Derivation of(YamlMap settings) {
    String field = settings.text("field");
    List<byte[]> keys = new ArrayList<>();
    List<Constants> values = new ArrayList<>();
    for (Map.Entry<String, Object> entry : settings.map("map").entrySet()) {
      keys.add(entry.getKey().getBytes(StandardCharsets.UTF_8));
      values.add(Constants.of(Map.of(field, entry.getValue()), settings.place()));
    }
    long bound = settings.number("below", Long.MIN_VALUE);
    if (bound != Long.MIN_VALUE) {
      values.add(Constants.of(Map.of(field, settings.text("then")), settings.place()));
    }
    Object otherwise = settings.value("otherwise");
    return new Derivation(
        FieldNames.id(settings.text("from")),
        bound,
        keys.toArray(byte[][]::new),
        List.copyOf(values),
        otherwise == null
            ? Constants.NONE
            : Constants.of(Map.of(field, otherwise), settings.place()));
  }

  void apply(Event event) {
    choose(event).putInto(event);
  }

  private Constants choose(Event event) {
    int slot = event.first(source);
    if (slot < 0 || event.type(slot) == ValueType.NULL) {
      return otherwise;
    }
    byte[] data = event.data(slot);
    if (bound != Long.MIN_VALUE) {
      long number = Slice.number(data, event.from(slot), event.to(slot));
      return number >= 0 && number < bound ? values.get(0) : otherwise;
    }
    for (int i = 0; i < keys.length; i++) {
      if (Slice.equal(data, event.from(slot), event.to(slot), keys[i])) {
        return values.get(i);
      }
    }
    return otherwise;
  }
}
