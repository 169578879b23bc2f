package io.zhidun.rules.compliance.crypto;

import io.zhidun.rules.compliance.record.Texts;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a self-assessment comes to.
 *
 * @param formula name and version
 * @param total points of 100, two decimals
 * @param layers points of each layer that applies, from 0 to 1, four decimals
 * @param units points of each unit that applies, from 0 to 1, four decimals
 * @param value 符合, 基本符合 or 不符合
 * @param doubts what is not assessed, or not confirmed
 */
public record CryptoScore(
    String formula,
    BigDecimal total,
    Map<String, BigDecimal> layers,
    Map<String, BigDecimal> units,
    Texts value,
    List<Texts> doubts) {

  public CryptoScore {
    layers = Collections.unmodifiableMap(new LinkedHashMap<>(layers));
    units = Collections.unmodifiableMap(new LinkedHashMap<>(units));
    doubts = List.copyOf(doubts);
  }
}
