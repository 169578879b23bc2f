package io.zhidun.rules.filings.ledger;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A column of objects by row, in blocks; rows never written hold null. */
public final class ObjectColumn<T> {

  private @Nullable Object[] @Nullable [] blocks = new Object[4][];

  @SuppressWarnings("unchecked")
  public @Nullable T get(int row) {
    int block = row >>> Blocks.BITS;
    @Nullable Object[] cells = block < blocks.length ? blocks[block] : null;
    return cells == null ? null : (T) cells[row & Blocks.MASK];
  }

  public void set(int row, @Nullable T value) {
    int block = row >>> Blocks.BITS;
    if (block >= blocks.length) {
      blocks = Arrays.copyOf(blocks, Blocks.grown(block));
    }
    @Nullable Object[] cells = blocks[block];
    if (cells == null) {
      if (value == null) {
        return;
      }
      cells = new Object[Blocks.SIZE];
      blocks[block] = cells;
    }
    cells[row & Blocks.MASK] = value;
  }
}
