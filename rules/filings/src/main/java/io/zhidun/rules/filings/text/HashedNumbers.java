package io.zhidun.rules.filings.text;

import java.util.Arrays;

/** A map from 64-bit hashes to numbers, without an object an entry; zero is no hash. */
final class HashedNumbers {

  private long[] hashes = new long[1 << 10];
  private int[] numbers = new int[1 << 10];
  private int size;

  /** The number of the hash, or -1. */
  int get(long hash) {
    int at = slot(hash, hashes.length);
    while (hashes[at] != 0) {
      if (hashes[at] == hash) {
        return numbers[at];
      }
      at = (at + 1) & (hashes.length - 1);
    }
    return -1;
  }

  void put(long hash, int number) {
    if (2 * (size + 1) > hashes.length) {
      rebuild(Integer.MIN_VALUE);
    }
    set(hash, number);
  }

  /** Forgets the entries with numbers below {@code number}. */
  void forgetBelow(int number) {
    rebuild(number);
  }

  private void set(long hash, int number) {
    int at = slot(hash, hashes.length);
    while (hashes[at] != 0 && hashes[at] != hash) {
      at = (at + 1) & (hashes.length - 1);
    }
    size += hashes[at] == 0 ? 1 : 0;
    hashes[at] = hash;
    numbers[at] = number;
  }

  private void rebuild(int least) {
    long[] oldHashes = hashes;
    int[] oldNumbers = numbers;
    int kept = 0;
    for (int i = 0; i < oldHashes.length; i++) {
      kept += oldHashes[i] != 0 && oldNumbers[i] >= least ? 1 : 0;
    }
    int capacity = Math.max(1 << 10, Integer.highestOneBit(Math.max(1, kept)) << 2);
    hashes = new long[capacity];
    numbers = new int[capacity];
    Arrays.fill(numbers, -1);
    size = 0;
    for (int i = 0; i < oldHashes.length; i++) {
      if (oldHashes[i] != 0 && oldNumbers[i] >= least) {
        set(oldHashes[i], oldNumbers[i]);
      }
    }
  }

  private static int slot(long hash, int capacity) {
    return (int) (hash >>> 17) & (capacity - 1);
  }
}
