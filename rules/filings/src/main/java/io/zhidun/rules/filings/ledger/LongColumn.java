package io.zhidun.rules.filings.ledger;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A column of {@code long} by row, in blocks; rows never written hold 0. */
public final class LongColumn {

  private @Nullable long[][] blocks = new long[4][];

  public long get(int row) {
    int block = row >>> Blocks.BITS;
    long[] cells = block < blocks.length ? blocks[block] : null;
    return cells == null ? 0 : cells[row & Blocks.MASK];
  }

  public void set(int row, long value) {
    int block = row >>> Blocks.BITS;
    if (block >= blocks.length) {
      blocks = Arrays.copyOf(blocks, Blocks.grown(block));
    }
    long[] cells = blocks[block];
    if (cells == null) {
      cells = new long[Blocks.SIZE];
      blocks[block] = cells;
    }
    cells[row & Blocks.MASK] = value;
  }

  /** Gives back the block that holds the row. */
  public void release(int row) {
    int block = row >>> Blocks.BITS;
    if (block < blocks.length) {
      blocks[block] = null;
    }
  }
}
