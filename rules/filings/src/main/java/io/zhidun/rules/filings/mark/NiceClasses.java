package io.zhidun.rules.filings.mark;

import java.util.ArrayList;
import java.util.List;

/** Sets of Nice classes as bits, bit 1 for class 1, and which classes the same buyers meet. */
final class NiceClasses {

  private static final int LAST = 45;

  /** Own grouping: goods and services that are made, sold or used together. */
  private static final long[] NEIGHBOURS = {
    bits(1, 2, 17, 19),
    bits(3, 5, 10, 44),
    bits(7, 8, 11, 21),
    bits(9, 28, 35, 38, 41, 42),
    bits(12, 37, 39),
    bits(14, 18, 25, 26),
    bits(22, 23, 24, 25, 27),
    bits(19, 20, 37),
    bits(29, 30, 31, 32, 43),
    bits(32, 33, 34),
    bits(35, 36),
    bits(16, 28, 41),
  };

  private NiceClasses() {}

  /** Numbers that are no class are left out. */
  static long bits(List<Integer> classes) {
    long bits = 0;
    for (int i = 0; i < classes.size(); i++) {
      int number = classes.get(i);
      bits |= number >= 1 && number <= LAST ? 1L << number : 0;
    }
    return bits;
  }

  private static long bits(int... classes) {
    long bits = 0;
    for (int number : classes) {
      bits |= 1L << number;
    }
    return bits;
  }

  static boolean neighbours(long a, long b) {
    for (long group : NEIGHBOURS) {
      if ((a & group) != 0 && (b & group) != 0) {
        return true;
      }
    }
    return false;
  }

  static List<Integer> list(long bits) {
    List<Integer> classes = new ArrayList<>();
    for (int number = 1; number <= LAST; number++) {
      if ((bits & 1L << number) != 0) {
        classes.add(number);
      }
    }
    return classes;
  }
}
