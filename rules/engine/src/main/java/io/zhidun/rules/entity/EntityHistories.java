package io.zhidun.rules.entity;

import io.zhidun.events.Decision;
import io.zhidun.events.Detection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * The histories of many entities in memory, for replays and dry runs: the stream keeps the same in
 * keyed state. Belongs to one thread.
 */
public final class EntityHistories {
  private static final int FIRST = 16;
  private static final float LOAD = 0.75f;

  private final int most;

  /** The one that was not asked for longest stands first. */
  private final Map<String, EntityHistory> byKey = new LinkedHashMap<>(FIRST, LOAD, true);

  /**
   * @param most how many entities; of more, those that were not met longest are forgotten
   */
  public EntityHistories(int most) {
    if (most < 1) {
      throw new IllegalArgumentException("most must be at least 1, was " + most);
    }
    this.most = most;
  }

  /**
   * Takes a detection; in order of event time, so that every run decides the same.
   *
   * @param judge decides on it, told what its entity was behind
   * @return that decision
   */
  public Decision on(Detection detection, Function<Recent, Decision> judge) {
    Entity entity = Entity.of(detection);
    if (entity == null) {
      return judge.apply(Recent.alone(null, detection));
    }
    String key = entity.key();
    EntityHistory history = byKey.getOrDefault(key, EntityHistory.NONE);
    Decision decision = judge.apply(history.upTo(entity, detection));
    byKey.put(key, history.with(detection, !decision.raise()));
    if (byKey.size() > most) {
      byKey.remove(byKey.keySet().iterator().next());
    }
    return decision;
  }

  /** Takes a detection back. */
  public void withdraw(Detection detection) {
    Entity entity = Entity.of(detection);
    if (entity != null) {
      byKey.computeIfPresent(
          entity.key(),
          (key, history) -> {
            EntityHistory rest = history.without(detection);
            return rest.isEmpty() ? null : rest;
          });
    }
  }

  /** Event time has come this far: forgets what nothing can reach any more. */
  public void advance(long watermarkMicros) {
    byKey.replaceAll((key, history) -> history.advance(watermarkMicros));
    byKey.values().removeIf(EntityHistory::isEmpty);
  }

  /** How many entities it knows. */
  public int size() {
    return byKey.size();
  }
}
