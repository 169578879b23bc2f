package io.zhidun.collectors.agent;

import java.util.List;

/** All faults of a configuration at once, each with file, line, key and value. */
public final class ConfigException extends Exception {
  private static final long serialVersionUID = 1L;

  private final List<String> faults;

  ConfigException(List<String> faults) {
    super(String.join("\n", faults));
    this.faults = List.copyOf(faults);
  }

  public List<String> faults() {
    return faults;
  }
}
