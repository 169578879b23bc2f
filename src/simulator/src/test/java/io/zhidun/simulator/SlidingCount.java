package io.zhidun.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Counts different values per key within a sliding time span, and remembers the highest count. */
final class SlidingCount {
  private record Seen(Instant at, String value) {}

  private final Duration span;
  private final Map<String, Deque<Seen>> windows = new HashMap<>();
  private int highest;

  SlidingCount(Duration span) {
    this.span = span;
  }

  /** Adds a value and gives the number of different values that lie within the span now. */
  int add(String key, Instant at, String value) {
    Deque<Seen> window = windows.computeIfAbsent(key, k -> new ArrayDeque<>());
    window.add(new Seen(at, value));
    while (Duration.between(window.element().at(), at).compareTo(span) > 0) {
      window.remove();
    }
    Set<String> values = new HashSet<>();
    window.forEach(seen -> values.add(seen.value()));
    highest = Math.max(highest, values.size());
    return values.size();
  }

  int highest() {
    return highest;
  }
}
