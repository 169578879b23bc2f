package io.zhidun.rules.filings.mark;

import java.util.ArrayList;
import java.util.List;

/** A growing row of longs in pages of 65,536, of which whole pages can be given back. */
final class LongColumn {

  private static final int BITS = 16;
  private static final int MASK = (1 << BITS) - 1;
  private static final long[] GONE = {};

  private final List<long[]> pages = new ArrayList<>();

  long get(int at) {
    return pages.get(at >>> BITS)[at & MASK];
  }

  void set(int at, long value) {
    while (at >>> BITS >= pages.size()) {
      pages.add(new long[1 << BITS]);
    }
    pages.get(at >>> BITS)[at & MASK] = value;
  }

  /** Gives back the pages that lie wholly below; nobody may ask for them again. */
  void dropBelow(int first) {
    int page = (first >>> BITS) - 1;
    if (page >= 0 && page < pages.size() && pages.get(page) != GONE) {
      pages.set(page, GONE);
    }
  }
}
