package io.zhidun.rules.filings.mark;

/**
 * When a growing portfolio is looked at again: each time to 64 marks, then at each thirty-second
 * more.
 */
final class Steps {

  private Steps() {}

  static boolean isDue(int count) {
    return count <= 64 || count % (Integer.highestOneBit(count) / 32) == 0;
  }
}
