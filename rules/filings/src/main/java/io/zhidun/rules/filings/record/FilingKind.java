package io.zhidun.rules.filings.record;

/** What is applied for; the wire name stands in {@code applType}. */
public enum FilingKind {
  INVENTION("invention"),
  UTILITY_MODEL("utility-model"),
  DESIGN("design"),
  PCT_INVENTION("pct-invention"),
  PCT_UTILITY_MODEL("pct-utility-model"),
  TRADEMARK("trademark");

  private final String wire;

  FilingKind(String wire) {
    this.wire = wire;
  }

  public String wire() {
    return wire;
  }

  public boolean isPatent() {
    return this != TRADEMARK;
  }
}
