package io.zhidun.service.live;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Filing cases, or incidents, that one console has not been told of yet, each as it is now.
 * Bounded: who falls too far behind reads its list anew. Safe for use by several threads.
 */
final class PendingCases {
  private static final int MOST = 500;

  private final Map<Long, String> rows = new LinkedHashMap<>();
  private boolean tooMany;

  synchronized void put(long id, String row) {
    rows.remove(id);
    rows.put(id, row);
    if (rows.size() > MOST) {
      rows.clear();
      tooMany = true;
    }
  }

  /** What to say, oldest change first; empty where there was too much to say. */
  synchronized Optional<List<String>> take() {
    List<String> taken = List.copyOf(rows.values());
    rows.clear();
    boolean all = !tooMany;
    tooMany = false;
    return all ? Optional.of(taken) : Optional.empty();
  }
}
