package io.zhidun.rules.filings.ledger;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A column of {@code short} by row, in blocks; rows never written hold 0. */
public final class ShortColumn {

  private @Nullable short[][] blocks = new short[4][];

  public short get(int row) {
    int block = row >>> Blocks.BITS;
    short[] cells = block < blocks.length ? blocks[block] : null;
    return cells == null ? 0 : cells[row & Blocks.MASK];
  }

  public void set(int row, short value) {
    int block = row >>> Blocks.BITS;
    if (block >= blocks.length) {
      blocks = Arrays.copyOf(blocks, Blocks.grown(block));
    }
    short[] cells = blocks[block];
    if (cells == null) {
      cells = new short[Blocks.SIZE];
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
