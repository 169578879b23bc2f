package io.zhidun.rules.compliance.crypto;

import io.zhidun.rules.compliance.record.Texts;
import java.util.Map;
import java.util.Optional;

/**
 * A unit of the assessment.
 *
 * @param id by the clause of GB/T 43206-2023, as in M-6.1.1
 * @param layer it belongs to
 * @param technical else a management unit
 * @param weights by level 1 to 4; a level that does not ask for the unit has none
 */
public record CryptoUnit(
    String id, Texts layer, Texts name, boolean technical, Map<Integer, Double> weights) {

  public CryptoUnit {
    weights = Map.copyOf(weights);
  }

  /** Weight at the level; empty where it is not asked for. */
  public Optional<Double> weight(int level) {
    return Optional.ofNullable(weights.get(level));
  }
}
