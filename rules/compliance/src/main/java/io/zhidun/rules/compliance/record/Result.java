package io.zhidun.rules.compliance.record;

/** Result of a requirement on one object, and of the requirement over all objects (GB/T 28448). */
public enum Result {
  /** 符合. */
  MET("met", new Texts("符合", "met")),
  /** 部分符合. */
  PARTLY_MET("partly-met", new Texts("部分符合", "partly met")),
  /** 不符合. */
  NOT_MET("not-met", new Texts("不符合", "not met")),
  /** 不适用; only a person says so, with a reason. */
  NOT_APPLICABLE("not-applicable", new Texts("不适用", "not applicable")),
  /** 未测: nobody looked yet. */
  NOT_ASSESSED("not-assessed", new Texts("未测", "not assessed")),
  /** 待举证: looked for evidence, found none or only stale evidence. */
  NO_EVIDENCE("no-evidence", new Texts("待举证", "no evidence"));

  private final String wire;
  private final Texts name;

  Result(String wire, Texts name) {
    this.wire = wire;
    this.name = name;
  }

  /** Name in JSON. */
  public String wire() {
    return wire;
  }

  public Texts text() {
    return name;
  }
}
