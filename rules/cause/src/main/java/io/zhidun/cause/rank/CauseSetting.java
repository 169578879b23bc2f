package io.zhidun.cause.rank;

import io.zhidun.cause.fact.Signal;
import io.zhidun.cause.storm.StormSetting;
import io.zhidun.cause.topology.EdgeKind;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * How causes are ranked; {@link #shipped()} is the one setting that holds for all.
 *
 * @param version is told with each explanation
 * @param fault how surely trouble passes against an edge, 0 to 1
 * @param back how surely it passes along one
 * @param load how surely a flood passes along one
 * @param own how much a signal speaks of the node's own trouble, 0 to 1
 * @param weights of the parts of a score, not negative
 * @param silent share that a node without alerts has of what those show that rest on it, 0 to 1
 * @param earliest lag after which a node is 1/e as early
 * @param change age after which a change is 1/e as suspect
 * @param slack by which clocks and detectors may swap cause and effect
 * @param cascade age of a storm after which its new symptoms tell 1/e as much of the cause
 */
public record CauseSetting(
    int version,
    StormSetting storm,
    Map<EdgeKind, Double> fault,
    Map<EdgeKind, Double> back,
    Map<EdgeKind, Double> load,
    Map<Signal, Double> own,
    Map<Part, Double> weights,
    double silent,
    Duration earliest,
    Duration change,
    Duration slack,
    Duration cascade) {
  public CauseSetting {
    fault = shares("fault", fault, EdgeKind.class);
    back = shares("back", back, EdgeKind.class);
    load = shares("load", load, EdgeKind.class);
    own = shares("own", own, Signal.class);
    if (!(silent >= 0 && silent <= 1)) {
      throw new IllegalArgumentException("silent must be 0 to 1, was " + silent);
    }
    for (Part part : Part.values()) {
      Double weight = weights.get(part);
      if (weight == null || !(weight >= 0) || weight > 1_000) {
        throw new IllegalArgumentException(
            "weights: " + part + " must be 0 to 1000, was " + weight);
      }
    }
    weights = Collections.unmodifiableMap(new EnumMap<>(weights));
    if (!isPositive(earliest)
        || !isPositive(change)
        || !isPositive(cascade)
        || slack.isNegative()) {
      throw new IllegalArgumentException(
          "decay: earliest and change must be positive and slack not negative, were "
              + earliest
              + ", "
              + change
              + " and "
              + slack);
    }
  }

  /** The setting that is shipped. */
  public static CauseSetting shipped() {
    return SettingFile.shipped();
  }

  /** This setting without one part, to learn what the part is worth. */
  public CauseSetting without(Part part) {
    Map<Part, Double> fewer = new EnumMap<>(weights);
    fewer.put(part, 0.0);
    return new CauseSetting(
        version, storm, fault, back, load, own, fewer, silent, earliest, change, slack, cascade);
  }

  double weight(Part part) {
    return weights.getOrDefault(part, 0.0);
  }

  double sumOfWeights() {
    return weights.values().stream().mapToDouble(Double::doubleValue).sum();
  }

  private static boolean isPositive(Duration duration) {
    return !duration.isNegative() && !duration.isZero();
  }

  private static <K extends Enum<K>> Map<K, Double> shares(
      String name, Map<K, Double> shares, Class<K> type) {
    shares.forEach(
        (key, share) -> {
          if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException(name + ": " + key + " must be 0 to 1, was " + share);
          }
        });
    Map<K, Double> copy = new EnumMap<>(type);
    copy.putAll(shares);
    return Collections.unmodifiableMap(copy);
  }
}
