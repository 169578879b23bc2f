package io.zhidun.service.live;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * The latest changes, read from the database and written as JSON once for all consoles. Safe for
 * use by several threads.
 */
final class ChangeLog {
  private static final int KEPT = 1024;

  private final Deque<LiveEntry> entries = new ArrayDeque<>();
  private long start;
  private long end;

  ChangeLog(long revision) {
    start = revision;
    end = revision;
  }

  /** Every change up to here is in the log or behind its start. */
  synchronized long end() {
    return end;
  }

  synchronized void append(List<LiveEntry> changes) {
    for (LiveEntry change : changes) {
      entries.addLast(change);
      end = Math.max(end, change.revision());
      if (entries.size() > KEPT) {
        start = entries.removeFirst().revision();
      }
    }
  }

  /** Forgets everything up to a revision that nobody needs. */
  synchronized void skipTo(long revision) {
    entries.clear();
    start = revision;
    end = revision;
  }

  /**
   * The changes after a revision, at most 200, or empty if the log does not reach that far back.
   */
  synchronized Optional<List<LiveEntry>> after(long revision) {
    return revision < start
        ? Optional.empty()
        : Optional.of(entries.stream().filter(e -> e.revision() > revision).limit(200).toList());
  }
}
