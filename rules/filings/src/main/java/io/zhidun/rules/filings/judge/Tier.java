package io.zhidun.rules.filings.judge;

/** How pressing an indication is. Never a verdict. */
public enum Tier {
  HINT("hint", "提示"),
  WARNING("warning", "预警"),
  HIGH_RISK("high-risk", "高风险");

  private final String wire;
  private final String chinese;

  Tier(String wire, String chinese) {
    this.wire = wire;
    this.chinese = chinese;
  }

  public String wire() {
    return wire;
  }

  public String chinese() {
    return chinese;
  }
}
