package io.zhidun.stream.normalize;

import io.zhidun.events.Event;
import io.zhidun.events.FieldNames;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Values that a format gives to every event of one shape, in order. Immutable. */
final class Constants {
  static final Constants NONE = new Constants(List.of(), List.of());

  private final int[] fields;
  private final byte[][] values;

  private Constants(List<Integer> fields, List<byte[]> values) {
    this.fields = fields.stream().mapToInt(Integer::intValue).toArray();
    this.values = values.toArray(byte[][]::new);
  }

  void putInto(Event event) {
    for (int i = 0; i < fields.length; i++) {
      event.putConstant(fields[i], values[i]);
    }
  }

  /**
   * @throws FormatFault naming the place when a value is no text
   */
  static Constants of(Map<String, Object> settings, String place) {
    List<Integer> fields = new ArrayList<>();
    List<byte[]> values = new ArrayList<>();
    settings.forEach(
        (name, value) -> {
          for (Object single : value instanceof List<?> list ? list : List.of(value)) {
            if (!(single instanceof String || single instanceof Number)) {
              throw new FormatFault(place + ": " + name + " must be a text or a list of texts");
            }
            fields.add(FieldNames.id(name));
            values.add(single.toString().getBytes(StandardCharsets.UTF_8));
          }
        });
    return new Constants(fields, values);
  }
}
