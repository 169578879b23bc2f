package io.zhidun.simulator.market.stream;

/** What is applied for. */
public enum Kind {
  INVENTION("invention", 1),
  UTILITY_MODEL("utility-model", 2),
  PCT_INVENTION("pct-invention", 8),
  PCT_UTILITY_MODEL("pct-utility-model", 9),
  TRADEMARK("trademark", 0);

  private final String wire;
  private final int digit;

  Kind(String wire, int digit) {
    this.wire = wire;
    this.digit = digit;
  }

  public String wire() {
    return wire;
  }

  /** In the application number; 0 for marks, whose numbers have none. */
  public int digit() {
    return digit;
  }
}
