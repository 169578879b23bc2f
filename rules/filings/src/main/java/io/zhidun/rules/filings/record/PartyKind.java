package io.zhidun.rules.filings.record;

/** What an applicant is. */
public enum PartyKind {
  COMPANY("company"),
  PERSON("person"),
  UNIVERSITY("university"),
  INSTITUTE("institute"),
  GOVERNMENT("government"),
  AGENCY("agency"),
  OTHER("other");

  private final String wire;

  PartyKind(String wire) {
    this.wire = wire;
  }

  public String wire() {
    return wire;
  }
}
