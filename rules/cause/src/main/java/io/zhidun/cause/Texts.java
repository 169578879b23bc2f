package io.zhidun.cause;

import java.util.Objects;

/** The same sentence in Chinese and in English. */
public record Texts(String zh, String en) {
  public Texts {
    Objects.requireNonNull(zh, "zh");
    Objects.requireNonNull(en, "en");
  }
}
