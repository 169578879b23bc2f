package io.zhidun.standalone.supervisor;

import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/** The number of each port of one installation, all different. */
record Ports(Map<Port, Integer> numbers) {
  static final Ports STANDARD = new Ports(Map.of());

  /** Ports that {@code numbers} does not name have their usual number. */
  Ports {
    Map<Port, Integer> all = new EnumMap<>(Port.class);
    Map<Integer, Port> byNumber = new HashMap<>();
    for (Port port : Port.values()) {
      int number = numbers.getOrDefault(port, port.standard());
      requireNumber(port, number);
      Port other = byNumber.put(number, port);
      if (other != null) {
        throw new IllegalArgumentException(
            "%s and %s must differ, both were %d".formatted(other.option(), port.option(), number));
      }
      all.put(port, number);
    }
    numbers = Collections.unmodifiableMap(all);
  }

  private static void requireNumber(Port port, int number) {
    if (number < 1 || number > 65_535) {
      throw new IllegalArgumentException(
          "%s must be from 1 to 65535, was %d".formatted(port.option(), number));
    }
  }

  int of(Port port) {
    return numbers.getOrDefault(port, port.standard());
  }

  /** These ports, with the numbers of {@code changes} in their place. */
  Ports with(Map<Port, Integer> changes) {
    Map<Port, Integer> all = new EnumMap<>(numbers);
    all.putAll(changes);
    return new Ports(all);
  }
}
