package io.zhidun.rules.filings.record;

/** What an account did; the wire name stands in {@code action}. */
public enum ActionKind {
  REGISTER("register"),
  SIGN_IN("sign-in"),
  OPEN_FORM("open-form"),
  UPLOAD("upload"),
  SIGN("sign"),
  SUBMIT("submit"),
  PAY("pay"),
  CHANGE_CONTACT("change-contact"),
  CHANGE_CERTIFICATE("change-certificate");

  private final String wire;

  ActionKind(String wire) {
    this.wire = wire;
  }

  public String wire() {
    return wire;
  }
}
