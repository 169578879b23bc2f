package io.zhidun.measure;

import io.zhidun.events.BilingualText;
import java.util.Objects;

/**
 * One reason of a finding.
 *
 * @param name kebab-case
 * @param share what it adds to the score, in the detector's own unit
 * @param words the reason as a sentence
 */
public record ScorePart(String name, double share, BilingualText words) {
  public ScorePart {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(words, "words");
  }
}
