package io.zhidun.stream.normalize;

import io.zhidun.events.Event;
import io.zhidun.events.FieldNames;
import io.zhidun.events.ValueType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A value that a format gives to every event of one shape. */
record Constant(int field, byte[] value) {
  void putInto(Event event) {
    event.put(field, ValueType.TEXT, value);
  }

  static List<Constant> all(Map<String, Object> settings, String place) {
    List<Constant> constants = new ArrayList<>();
    settings.forEach(
        (name, value) -> {
          for (Object single : value instanceof List<?> list ? list : List.of(value)) {
            if (!(single instanceof String || single instanceof Number)) {
              throw new FormatFault(place + ": " + name + " must be a text or a list of texts");
            }
            constants.add(
                new Constant(
                    FieldNames.id(name), single.toString().getBytes(StandardCharsets.UTF_8)));
          }
        });
    return List.copyOf(constants);
  }
}
