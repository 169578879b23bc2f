package io.zhidun.rules.filings.signal;

/**
 * Families of signals that are independent of one another. A burst on the phone, the address and
 * the device of one group is one family.
 */
public enum SignalFamily {
  TEXT("text"),
  MARK("mark"),
  RATE("rate"),
  LINKAGE("linkage"),
  PROFILE("profile"),
  CONDUCT("conduct"),
  HISTORY("history");

  private final String wire;

  SignalFamily(String wire) {
    this.wire = wire;
  }

  public String wire() {
    return wire;
  }
}
