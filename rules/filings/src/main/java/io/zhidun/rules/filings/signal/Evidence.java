package io.zhidun.rules.filings.signal;

import java.util.Map;

/**
 * One thing that a reviewer can check.
 *
 * @param type kebab-case name, such as {@code near-duplicate-pair}, {@code shared-phone}
 * @param values what was found, by name, in the order to show; numbers are numbers
 */
public record Evidence(String type, Map<String, Object> values) {

  public Evidence {
    values = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(values));
  }
}
