package io.zhidun.rules.filings.mark;

/**
 * A map from 64-bit hashes to numbers from 0 up, in two flat arrays: 12 bytes a slot, between half
 * and three quarters of the slots in use. Zero is not a key.
 */
final class LongIndex {

  static final int NONE = -1;

  private static final double FULL = 0.75;

  private long[] keys = new long[64];
  private int[] values = new int[64];
  private int size;

  int size() {
    return size;
  }

  int get(long key) {
    int at = at(key);
    return keys[at] == key ? values[at] : NONE;
  }

  void put(long key, int value) {
    if (size + 1 > keys.length * FULL) {
      grow();
    }
    int at = at(key);
    if (keys[at] != key) {
      keys[at] = key;
      size++;
    }
    values[at] = value;
  }

  void remove(long key) {
    int hole = at(key);
    if (keys[hole] != key) {
      return;
    }
    size--;
    keys[hole] = 0;
    for (int at = next(hole); keys[at] != 0; at = next(at)) {
      long moved = keys[at];
      int value = values[at];
      keys[at] = 0;
      int to = at(moved);
      keys[to] = moved;
      values[to] = value;
    }
  }

  /** Where the key stands, or the empty slot where it would. */
  private int at(long key) {
    int at = Hashes.slot(key, keys.length);
    while (keys[at] != 0 && keys[at] != key) {
      at = next(at);
    }
    return at;
  }

  private int next(int at) {
    return at + 1 == keys.length ? 0 : at + 1;
  }

  private void grow() {
    long[] oldKeys = keys;
    int[] oldValues = values;
    keys = new long[oldKeys.length + oldKeys.length / 2];
    values = new int[keys.length];
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != 0) {
        int at = at(oldKeys[i]);
        keys[at] = oldKeys[i];
        values[at] = oldValues[i];
      }
    }
  }
}
