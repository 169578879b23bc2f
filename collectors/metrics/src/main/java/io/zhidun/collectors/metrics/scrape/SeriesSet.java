package io.zhidun.collectors.metrics.scrape;

import io.zhidun.events.metrics.SeriesId;

/**
 * Series of one scrape by the second half of their ids: 8 bytes each in an open-addressed table.
 */
final class SeriesSet {
  private static final int FIRST_CAPACITY = 64;

  private long[] table = new long[FIRST_CAPACITY];
  private int size;

  /** Adds a series; false if it is there. */
  boolean add(SeriesId id) {
    if (2 * (size + 1) > table.length) {
      grow();
    }
    int slot = slot(table, key(id.low()));
    if (table[slot] != 0) {
      return false;
    }
    table[slot] = key(id.low());
    size++;
    return true;
  }

  boolean contains(long low) {
    return table[slot(table, key(low))] != 0;
  }

  int size() {
    return size;
  }

  private void grow() {
    long[] larger = new long[2 * table.length];
    for (long key : table) {
      if (key != 0) {
        larger[slot(larger, key)] = key;
      }
    }
    table = larger;
  }

  /** 0 marks a free place. */
  private static long key(long low) {
    return low == 0 ? 1 : low;
  }

  private static int slot(long[] in, long key) {
    int slot = (int) (key ^ key >>> 32) & in.length - 1;
    while (in[slot] != 0 && in[slot] != key) {
      slot = slot + 1 & in.length - 1;
    }
    return slot;
  }
}
