package io.zhidun.rules.dryrun;

import io.zhidun.events.Detection;
import io.zhidun.events.Event;
import io.zhidun.rules.DetectionRun;
import io.zhidun.rules.RuleSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** One version of the rules over the events. Belongs to one thread. */
final class Side {
  private final DetectionRun run;
  private final Set<String> rules;
  private final Map<String, Found> standing = new HashMap<>();
  private final Consumer<Detection> listener;
  private final Consumer<Detection> others;

  /**
   * @param rules ids of the rules whose detections count
   * @param listener hears of each of their detections and withdrawals
   * @param others hears of those of all other rules
   */
  Side(RuleSet set, Set<String> rules, Consumer<Detection> listener, Consumer<Detection> others) {
    this.run = new DetectionRun(set);
    this.rules = Set.copyOf(rules);
    this.listener = listener;
    this.others = others;
  }

  void on(Event event) {
    run.on(
        event,
        detection -> {
          boolean counts = rules.contains(detection.rule().id());
          (counts ? listener : others).accept(detection);
        });
  }

  void advance(long watermarkMicros) {
    run.advance(watermarkMicros);
  }

  void keep(String id, Found found) {
    standing.put(id, found);
  }

  boolean forget(String id) {
    return standing.remove(id) != null;
  }

  boolean knows(String id) {
    return standing.containsKey(id);
  }

  Collection<Found> standing() {
    return standing.values();
  }

  int size() {
    return standing.size();
  }

  int groups() {
    return run.groupCount();
  }
}
