package io.zhidun.cause.rank;

import io.zhidun.cause.fact.Fact;
import io.zhidun.cause.fact.Signal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * All facts of one signal on one node.
 *
 * @param first time of the first; of those since the onset, if there is one
 * @param severity of the gravest
 */
record Symptom(String node, Signal signal, Instant first, int severity, List<Fact> facts) {

  /** By node and signal. */
  static List<Symptom> of(List<Fact> facts, Instant onset) {
    Map<String, List<Fact>> byKey = new TreeMap<>();
    for (Fact fact : facts) {
      byKey.computeIfAbsent(fact.node() + '\n' + fact.signal(), key -> new ArrayList<>()).add(fact);
    }
    return byKey.values().stream().map(same -> folded(same, onset)).toList();
  }

  private static Symptom folded(List<Fact> same, Instant onset) {
    Fact first = same.stream().filter(f -> !f.at().isBefore(onset)).findFirst().orElse(same.get(0));
    int gravest = same.stream().mapToInt(Fact::severity).max().orElse(1);
    return new Symptom(first.node(), first.signal(), first.at(), gravest, List.copyOf(same));
  }

  /** Weight among the symptoms that a cause should explain; detections are seldom effects. */
  double weight() {
    double grave = (double) severity / Fact.CRITICAL;
    return signal == Signal.SECURITY ? grave * 0.3 : grave;
  }
}
