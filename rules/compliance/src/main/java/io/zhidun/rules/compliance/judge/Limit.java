package io.zhidun.rules.compliance.judge;

import java.util.EnumMap;
import java.util.Map;

/**
 * A limit.
 *
 * @param values by tier
 * @param source where it comes from, or why it was chosen
 * @param confirmed read in an original, or the requirement itself
 */
public record Limit(String key, Map<Tier, Double> values, String source, boolean confirmed) {

  public Limit {
    values = new EnumMap<>(values);
    for (Tier tier : Tier.values()) {
      if (!values.containsKey(tier)) {
        throw new IllegalArgumentException("limit " + key + " has no value for tier " + tier);
      }
    }
  }

  public double of(Tier tier) {
    return values.getOrDefault(tier, Double.NaN);
  }
}
