package io.zhidun.collectors.metrics;

import io.zhidun.events.metrics.SeriesId;

/**
 * Bounds a source's series: how many new ones a minute, and how many at all. Knows them by the
 * second half of their id alone, 12 bytes each in an open-addressed table; that two series fall
 * together there costs no more than that one of them is not counted. Safe for several threads.
 */
final class SeriesGate {
  private static final int FIRST_CAPACITY = 1 << 10;
  private static final int MILLIS = 60_000;

  private final SeriesLimits limits;
  private final long settledAt;
  private long[] keys = new long[FIRST_CAPACITY];
  private int[] seen = new int[FIRST_CAPACITY];
  private int size;
  private int minute;
  private int newThisMinute;
  private int purged = Integer.MIN_VALUE;
  private long made;

  SeriesGate(SeriesLimits limits, long nowMillis) {
    this.limits = limits;
    this.settledAt = nowMillis + limits.settling().toMillis();
  }

  /** Whether samples of the series are taken now. */
  synchronized boolean admits(SeriesId id, long nowMillis) {
    long key = id.low() == 0 ? 1 : id.low(); // 0 marks a free place
    int now = (int) (nowMillis / MILLIS);
    if (now != minute) {
      minute = now;
      newThisMinute = 0;
    }
    int slot = slot(keys, key);
    if (keys[slot] == key) {
      seen[slot] = now;
      return true;
    }
    if (nowMillis >= settledAt && newThisMinute >= limits.newPerMinute() || !hasRoom(now)) {
      return false;
    }
    slot = slot(keys, key);
    keys[slot] = key;
    seen[slot] = now;
    size++;
    newThisMinute++;
    made++;
    return true;
  }

  private boolean hasRoom(int now) {
    if (size >= limits.active() && purged != now) {
      purged = now;
      rebuild(keys.length, now - (int) limits.idle().toMinutes());
    }
    if (size >= limits.active()) {
      return false;
    }
    if (2 * (size + 1) > keys.length) {
      rebuild(2 * keys.length, Integer.MIN_VALUE);
    }
    return true;
  }

  /** Into a table of this capacity goes what was seen after the minute. */
  private void rebuild(int capacity, int after) {
    long[] oldKeys = keys;
    int[] oldSeen = seen;
    keys = new long[capacity];
    seen = new int[capacity];
    size = 0;
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != 0 && oldSeen[i] > after) {
        int slot = slot(keys, oldKeys[i]);
        keys[slot] = oldKeys[i];
        seen[slot] = oldSeen[i];
        size++;
      }
    }
  }

  /** Where the key is or would be. An id is a hash already. */
  private static int slot(long[] table, long key) {
    int mask = table.length - 1;
    int slot = (int) (key ^ key >>> 32) & mask;
    while (table[slot] != 0 && table[slot] != key) {
      slot = slot + 1 & mask;
    }
    return slot;
  }

  /** Series known. */
  synchronized int active() {
    return size;
  }

  /** Series that were new, ever. */
  synchronized long made() {
    return made;
  }
}
