package io.zhidun.rules.filings.mark;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which words stand under a key, each with a weight from 0 to 1. */
final class Postings {

  /** The weight 1, as it is kept. */
  static final int WHOLE = 127;

  private final Map<Integer, Row> rows = new HashMap<>();

  void add(int key, int id, double weight) {
    rows.computeIfAbsent(key, k -> new Row()).add(id << 7 | (int) (weight * WHOLE));
  }

  @Nullable Row get(int key) {
    return rows.get(key);
  }

  /** One key's words: the number and, in the lowest seven bits, the weight in 127ths. */
  static final class Row {
    private int[] packed = new int[4];
    private int size;

    private void add(int word) {
      if (size == packed.length) {
        packed = Arrays.copyOf(packed, size + size / 2);
      }
      packed[size++] = word;
    }

    int size() {
      return size;
    }

    int[] packed() {
      return packed;
    }
  }
}
