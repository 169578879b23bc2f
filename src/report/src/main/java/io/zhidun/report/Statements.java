package io.zhidun.report;

import io.zhidun.rules.compliance.record.Texts;

/** What every form says of itself. */
public final class Statements {

  /** What the report is not. */
  public static final Texts SELF_CHECK =
      new Texts("自查报告，非测评机构出具的等级测评报告", "Self-check report, not an assessment body's report");

  /** What the signature and the hashes rest on. */
  public static final Texts NO_CERTIFIED_MODULE =
      new Texts(
          "本报告的 SM2 签名与 SM3 摘要由软件密码库计算，该密码库不是经检测认证的密码模块，" + "不能据此认定系统使用了经认证的密码产品。",
          "The SM2 signature and SM3 hashes of this report come from a software library, which is"
              + " no certified cryptographic module: they are no proof of certified products.");

  /** How the standard's wording is treated. */
  public static final Texts NO_STANDARD_WORDING =
      new Texts(
          "表中“要求摘要”为条款的简要说明，不是国家标准原文；条款内容以标准文本为准。",
          "The short texts of requirements are our own words; the standard's text prevails.");

  private Statements() {}
}
