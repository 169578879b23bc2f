package io.zhidun.cause.rank;

import java.util.EnumMap;
import java.util.Map;

/** A node that may be the cause, with how much each part speaks for it, 0 to 1 each. */
final class Suspect {
  final String node;
  final Influence influence;
  final Map<Part, Double> parts = new EnumMap<>(Part.class);
  double gate = 1;

  Suspect(String node, Influence influence) {
    this.node = node;
    this.influence = influence;
  }

  double part(Part part) {
    return parts.getOrDefault(part, 0.0);
  }

  /** What the part adds to the score. */
  double contribution(Part part, CauseSetting setting) {
    double share = part(part) * setting.weight(part) / setting.sumOfWeights();
    return part == Part.EXPLAINS ? share : share * gate;
  }

  double score(CauseSetting setting) {
    double score = 0;
    for (Part part : Part.values()) {
      score += contribution(part, setting);
    }
    return score;
  }
}
