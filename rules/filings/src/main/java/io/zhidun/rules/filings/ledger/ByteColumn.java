package io.zhidun.rules.filings.ledger;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A column of {@code byte} by row, in blocks; rows never written hold 0. */
public final class ByteColumn {

  private @Nullable byte[][] blocks = new byte[4][];

  public byte get(int row) {
    int block = row >>> Blocks.BITS;
    byte[] cells = block < blocks.length ? blocks[block] : null;
    return cells == null ? 0 : cells[row & Blocks.MASK];
  }

  public void set(int row, byte value) {
    int block = row >>> Blocks.BITS;
    if (block >= blocks.length) {
      blocks = Arrays.copyOf(blocks, Blocks.grown(block));
    }
    byte[] cells = blocks[block];
    if (cells == null) {
      cells = new byte[Blocks.SIZE];
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
