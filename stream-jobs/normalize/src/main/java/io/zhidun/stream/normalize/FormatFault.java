package io.zhidun.stream.normalize;

import java.util.List;

/** Everything that is wrong with the formats that were loaded, each with its file and place. */
public final class FormatFault extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final List<String> faults;

  public FormatFault(List<String> faults) {
    super(String.join("\n", faults));
    this.faults = List.copyOf(faults);
  }

  public FormatFault(String fault) {
    this(List.of(fault));
  }

  public List<String> faults() {
    return faults;
  }
}
