package io.zhidun.rules.filings.record;

import org.jspecify.annotations.Nullable;

/**
 * A patent or trademark agent.
 *
 * @param number of the qualification, or null
 */
public record Agent(String name, @Nullable String number) {

  public String key() {
    return number != null ? number : name;
  }
}
