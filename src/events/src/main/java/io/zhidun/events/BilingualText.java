package io.zhidun.events;

import java.util.Objects;

/** One sentence in Chinese and in English. */
public record BilingualText(String zh, String en) {
  public BilingualText {
    Objects.requireNonNull(zh, "zh");
    Objects.requireNonNull(en, "en");
  }
}
