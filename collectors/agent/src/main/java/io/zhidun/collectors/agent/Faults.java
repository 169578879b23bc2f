package io.zhidun.collectors.agent;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Faults found in one file. */
final class Faults {
  private final String file;
  private final List<String> found = new ArrayList<>();

  Faults(String file) {
    this.file = file;
  }

  void add(int line, String key, @Nullable String message) {
    found.add(file + ":" + line + ": " + key + " " + message);
  }

  /** Throws if there are any. */
  void check() throws ConfigException {
    if (!found.isEmpty()) {
      throw new ConfigException(found);
    }
  }
}
