package io.zhidun.rules.judge;

import java.util.Objects;

/**
 * A file that the judge decides by.
 *
 * @param name its name; {@code .drl} for rules, {@code .csv} for the severity matrix
 * @param text its content
 */
public record JudgeSource(String name, String text) {
  public JudgeSource {
    Objects.requireNonNull(text, "text");
    if (!name.endsWith(".drl") && !name.endsWith(".csv")) {
      throw new IllegalArgumentException(
          "a judge's source must be .drl or .csv, was \"" + name + "\"");
    }
  }

  boolean isMatrix() {
    return name.endsWith(".csv");
  }
}
