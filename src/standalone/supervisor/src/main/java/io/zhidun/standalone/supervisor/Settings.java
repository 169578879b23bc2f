package io.zhidun.standalone.supervisor;

import io.zhidun.events.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;

/**
 * What a person chose for an installation. The ports are kept for the next start; the demonstration
 * is asked for each time.
 */
record Settings(Ports ports, boolean demo) {
  private record Saved(Map<String, Integer> ports, boolean demo) {}

  /** Settings of the last start, or the usual ones where there was none. */
  static Settings load(Path file) throws IOException {
    if (!Files.exists(file)) {
      return new Settings(Ports.STANDARD, false);
    }
    try {
      Saved saved = Json.mapper().readValue(Files.readString(file), Saved.class);
      Map<Port, Integer> numbers = new EnumMap<>(Port.class);
      for (Port port : Port.values()) {
        Integer number = saved.ports().get(port.key());
        if (number != null) {
          numbers.put(port, number);
        }
      }
      return new Settings(new Ports(numbers), saved.demo());
    } catch (JacksonException | IllegalArgumentException e) {
      throw new IOException(file + " is not readable as settings: " + e.getMessage(), e);
    }
  }

  void save(Path file) throws IOException {
    Map<String, Integer> numbers = new LinkedHashMap<>();
    for (Port port : Port.values()) {
      numbers.put(port.key(), ports.of(port));
    }
    AtomicFile.write(file, Json.mapper().writeValueAsString(new Saved(numbers, demo)) + "\n");
  }
}
