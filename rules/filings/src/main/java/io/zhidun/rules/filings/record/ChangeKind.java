package io.zhidun.rules.filings.record;

/** What happened to a filing later; the wire name stands in {@code change}. */
public enum ChangeKind {
  APPLICANT_CHANGE("applicant-change"),
  ASSIGNMENT("assignment"),
  INVENTOR_CHANGE("inventor-change"),
  WITHDRAWAL("withdrawal"),
  DEEMED_WITHDRAWAL("deemed-withdrawal"),
  NOTICE("notice"),
  DELIVERY_FAILED("delivery-failed"),
  GRANT("grant"),
  REFUSAL("refusal"),
  OPPOSITION_UPHELD("opposition-upheld"),
  INVALIDATION("invalidation"),
  BAD_FAITH_DECISION("bad-faith-decision"),
  CANCELLED_NON_USE("cancelled-non-use"),
  LICENCE("licence"),
  PLEDGE("pledge"),
  OFFERED_FOR_SALE("offered-for-sale");

  private final String wire;

  ChangeKind(String wire) {
    this.wire = wire;
  }

  public String wire() {
    return wire;
  }
}
