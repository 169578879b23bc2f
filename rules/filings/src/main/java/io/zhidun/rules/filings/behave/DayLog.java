package io.zhidun.rules.filings.behave;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The rows of one day's filings, chained by subject. */
final class DayLog {

  private int[] rows = new int[1024];
  private int[] before = new int[1024];
  private int size;

  void clear() {
    size = 0;
  }

  /**
   * @param last what the subject's last entry gave back, or 0
   * @return where the subject's log now ends
   */
  int add(int row, int last) {
    if (size == rows.length) {
      rows = Arrays.copyOf(rows, size * 2);
      before = Arrays.copyOf(before, size * 2);
    }
    rows[size] = row;
    before[size] = last;
    return ++size;
  }

  List<Integer> rows(int end, int most) {
    List<Integer> found = new ArrayList<>();
    for (int at = end; at > 0 && found.size() < most; at = before[at - 1]) {
      found.add(rows[at - 1]);
    }
    return found;
  }
}
