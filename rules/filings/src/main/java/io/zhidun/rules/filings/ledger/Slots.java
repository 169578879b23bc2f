package io.zhidun.rules.filings.ledger;

/**
 * Finds the row that holds a key, where the keys stand in a column: open addressing, 4 bytes a
 * slot.
 */
final class Slots {

  private final LongColumn keys;
  private int[] slots = new int[1024];
  private int used;

  Slots(LongColumn keys) {
    this.keys = keys;
  }

  /** The row with the key, or -1. */
  int find(long key) {
    int mask = slots.length - 1;
    int at = (int) Hash64.mix(key) & mask;
    while (slots[at] != 0) {
      if (keys.get(slots[at] - 1) == key) {
        return slots[at] - 1;
      }
      at = (at + 1) & mask;
    }
    return -1;
  }

  /** Enters a row whose key stands in the column and was not found. */
  void add(int row) {
    if ((used + 1) * 10L > slots.length * 7L) {
      grow();
    }
    used++;
    place(slots, row);
  }

  /** Takes out a row whose key still stands in the column. */
  void remove(int row) {
    int mask = slots.length - 1;
    int at = (int) Hash64.mix(keys.get(row)) & mask;
    while (slots[at] != row + 1) {
      if (slots[at] == 0) {
        return;
      }
      at = (at + 1) & mask;
    }
    used--;
    closeGap(at, mask);
  }

  /** Moves later entries of the run back so that none is cut off from its home. */
  private void closeGap(int gap, int mask) {
    int hole = gap;
    int next = (hole + 1) & mask;
    while (slots[next] != 0) {
      int home = (int) Hash64.mix(keys.get(slots[next] - 1)) & mask;
      if (((next - home) & mask) >= ((next - hole) & mask)) {
        slots[hole] = slots[next];
        hole = next;
      }
      next = (next + 1) & mask;
    }
    slots[hole] = 0;
  }

  private void grow() {
    int[] larger = new int[slots.length * 2];
    for (int slot : slots) {
      if (slot != 0) {
        place(larger, slot - 1);
      }
    }
    slots = larger;
  }

  private void place(int[] into, int row) {
    int mask = into.length - 1;
    int at = (int) Hash64.mix(keys.get(row)) & mask;
    while (into[at] != 0) {
      at = (at + 1) & mask;
    }
    into[at] = row + 1;
  }
}
