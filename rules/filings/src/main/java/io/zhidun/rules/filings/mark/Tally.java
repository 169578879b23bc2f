package io.zhidun.rules.filings.mark;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Adds up postings per word over the positions of one query; a word takes the best of each position
 * once.
 *
 * <p>One long a word, since the adding up is what a filing costs most: the query that it belongs to
 * (32 bits), the position last counted (6), how many weighed most (6), the sum (12) and what the
 * position gave (8), both in {@link Postings#WHOLE}ths.
 */
final class Tally {

  private long[] cells = new long[64];
  private int[] touched = new int[64];
  private int size;
  private int query = 1;

  void begin() {
    query++;
    size = 0;
  }

  /** Positions go from 0 to 33 and do not go back within a query. */
  void count(Postings.@Nullable Row row, int position) {
    if (row == null) {
      return;
    }
    int[] packed = row.packed();
    for (int i = 0; i < row.size(); i++) {
      int id = packed[i] >>> 7;
      cells[id] = counted(id, packed[i] & 127, position);
    }
  }

  private long counted(int id, int weight, int position) {
    long cell = cells[id];
    int exact = weight == Postings.WHOLE ? 1 : 0;
    if ((int) (cell >>> 32) != query) {
      touched[size++] = id;
      return cell(position, exact, weight, weight);
    }
    int sum = sumOf(cell);
    int last = (int) cell & 255;
    if (((int) cell >>> 26) != position) {
      return cell(position, exactOf(cell) + exact, sum + weight, weight);
    }
    return weight <= last
        ? cell
        : cell(position, exactOf(cell) + exact, sum - last + weight, weight);
  }

  private long cell(int position, int exact, int sum, int weight) {
    return (long) query << 32 | position << 26 | exact << 20 | sum << 8 | weight;
  }

  private static int sumOf(long cell) {
    return (int) cell >>> 8 & 4095;
  }

  private static int exactOf(long cell) {
    return (int) cell >>> 20 & 63;
  }

  /** How many words the query touched. */
  int size() {
    return size;
  }

  int id(int at) {
    return touched[at];
  }

  double sum(int id) {
    return touches(id) ? (double) sumOf(cells[id]) / Postings.WHOLE : 0;
  }

  /** How many positions weighed 1. */
  int exact(int id) {
    return touches(id) ? exactOf(cells[id]) : 0;
  }

  private boolean touches(int id) {
    return (int) (cells[id] >>> 32) == query;
  }

  void grow(int words) {
    if (words > cells.length) {
      cells = Arrays.copyOf(cells, words * 2);
      touched = Arrays.copyOf(touched, words * 2);
    }
  }
}
