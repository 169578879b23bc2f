package io.zhidun.rules.correlate;

import org.jspecify.annotations.Nullable;

/**
 * From where on the machines of a group count whose correlations are younger than its pending
 * matches. Matches that were taken under other rules must not count for them, whether they are
 * applied again or arrive late.
 */
final class Newcomers {
  /** By position: the last match in the order that does not count, or null where all do. */
  private final @Nullable Match[] since;

  Newcomers(int machines) {
    since = new Match[machines];
  }

  void since(int position, @Nullable Match last) {
    since[position] = last;
  }

  @Nullable Match since(int position) {
    return since[position];
  }

  /** Whether the machine there does not count the match. */
  boolean isBefore(int position, Match match) {
    Match last = since[position];
    return last != null && match.compareTo(last) <= 0;
  }

  boolean isEmpty() {
    return allBefore(Long.MIN_VALUE);
  }

  /** Whether nothing that is still to come can be excluded. */
  boolean allBefore(long settledMicros) {
    for (Match last : since) {
      if (last != null && last.timeMicros() > settledMicros) {
        return false;
      }
    }
    return true;
  }
}
