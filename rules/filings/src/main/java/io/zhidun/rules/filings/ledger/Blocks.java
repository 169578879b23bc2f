package io.zhidun.rules.filings.ledger;

/**
 * Columns grow by blocks of 4,096 rows: no copying of what is there, no slack of a doubled array.
 */
final class Blocks {

  static final int BITS = 12;
  static final int SIZE = 1 << BITS;
  static final int MASK = SIZE - 1;

  private Blocks() {}

  /** How long the directory becomes that has to hold the block. */
  static int grown(int block) {
    return block + 1 + (block >>> 1);
  }
}
