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

  /**
   * The language of a short name.
   *
   * @throws IllegalArgumentException naming the value when it is neither zh nor en
   */
  public static Language named(String name) {
    return switch (name) {
      case "zh" -> CHINESE;
      case "en" -> ENGLISH;
      default -> throw new IllegalArgumentException("must be zh or en, was \"" + name + "\"");
    };
  }

  /** BCP 47. */
  public String tag() {
    return tag;
  }

  /** Of both the one. */
  public String of(Texts texts) {
    return of(texts.zh(), texts.en());
  }

  /** Of both the one. */
  public String of(String zh, String en) {
    return this == CHINESE ? zh : en;
  }
}
