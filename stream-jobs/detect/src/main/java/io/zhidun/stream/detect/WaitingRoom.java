package io.zhidun.stream.detect;

import io.zhidun.rules.correlate.Match;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * Hits that only matter if their group has begun before them, while their group does not exist: of
 * a thousand logins hardly one follows guesses. They wait here, instead of each having a state and
 * a timer, for a beginning that is older but arrives later; once the watermark has passed them none
 * can. Belongs to one thread; before each checkpoint everything moves into the groups' states.
 */
final class WaitingRoom {
  /** Most hits waiting; beyond it they move into states as well. */
  static final int MOST = 100_000;

  private final PriorityQueue<Hit> byTime =
      new PriorityQueue<>(Comparator.comparingLong(hit -> time(hit)));
  private final Map<String, List<Match>> byGroup = new HashMap<>();

  private static long time(Hit hit) {
    Match match = hit.match();
    return match == null ? Long.MIN_VALUE : match.timeMicros();
  }

  void add(Hit hit) {
    Match match = hit.match();
    if (match != null) {
      byTime.add(hit);
      byGroup.computeIfAbsent(hit.key(), key -> new ArrayList<>(1)).add(match);
    }
  }

  boolean isFull() {
    return byTime.size() >= MOST;
  }

  /** Lets go what no older hit can still precede. */
  void leave(long watermarkMicros) {
    for (Hit hit = byTime.peek();
        hit != null && time(hit) <= watermarkMicros;
        hit = byTime.peek()) {
      byTime.remove();
      List<Match> waiting = byGroup.get(hit.key());
      if (waiting != null) {
        waiting.remove(hit.match());
        if (waiting.isEmpty()) {
          byGroup.remove(hit.key());
        }
      }
    }
  }

  /** Takes what waits for a group that now begins. */
  List<Match> take(String group) {
    if (byGroup.isEmpty()) {
      return List.of();
    }
    List<Match> waiting = byGroup.remove(group);
    if (waiting == null) {
      return List.of();
    }
    byTime.removeIf(hit -> hit.key().equals(group));
    return waiting;
  }

  /** Takes everything, by group. */
  Map<String, List<Match>> takeAll() {
    Map<String, List<Match>> all = new HashMap<>(byGroup);
    byGroup.clear();
    byTime.clear();
    return all;
  }
}
