package io.zhidun.report.content;

import io.zhidun.rules.compliance.record.Texts;

/** In which language a document is printed. */
public enum Language {
  CHINESE("zh-CN"),
  ENGLISH("en");

  private final String tag;

  Language(String tag) {
    this.tag = tag;
  }

  /** BCP 47. */
  public String tag() {
    return tag;
  }

  /** Of both the one. */
  public String of(Texts texts) {
    return of(texts.zh(), texts.en());
  }

  String of(String zh, String en) {
    return this == CHINESE ? zh : en;
  }
}
