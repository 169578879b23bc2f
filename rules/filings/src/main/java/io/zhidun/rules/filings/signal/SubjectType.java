package io.zhidun.rules.filings.signal;

/** What a signal, an indication or a case is about. */
public enum SubjectType {
  APPLICANT("applicant"),
  GROUP("group"),
  AGENCY("agency"),
  AGENT("agent"),
  ACCOUNT("account");

  private final String wire;

  SubjectType(String wire) {
    this.wire = wire;
  }

  public String wire() {
    return wire;
  }
}
