package io.zhidun.rules.filings.record;

/** What a register speaks of; the wire name stands in {@code entity}. */
public enum EntityKind {
  ORGANISATION("organisation"),
  AGENCY("agency"),
  PROTECTED_MARK("protected-mark");

  private final String wire;

  EntityKind(String wire) {
    this.wire = wire;
  }

  public String wire() {
    return wire;
  }
}
