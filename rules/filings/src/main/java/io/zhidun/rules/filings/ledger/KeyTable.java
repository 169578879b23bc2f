package io.zhidun.rules.filings.ledger;

import java.util.function.IntConsumer;

/**
 * Gives each key a small number, for as long as the key is seen; numbers of forgotten keys are used
 * again. About 20 bytes a key.
 */
public final class KeyTable {

  private static final short FREE = Short.MIN_VALUE;

  private final LongColumn hashes = new LongColumn();
  private final ShortColumn days = new ShortColumn();
  private final Slots slots = new Slots(hashes);
  private final int most;
  private int size;
  private int live;
  private int firstFree = -1;
  private int hand;

  /**
   * @param most keys held at once; further ones get no number until others are forgotten
   */
  public KeyTable(int most) {
    this.most = most;
  }

  /** The number of a known key, or -1. */
  public int find(long hash) {
    return slots.find(hash);
  }

  /** The number of the key, new or known; -1 where the table is full. Does not touch it. */
  public int intern(long hash, int day) {
    int known = slots.find(hash);
    if (known >= 0) {
      return known;
    }
    if (live >= most) {
      return -1;
    }
    int id = firstFree;
    if (id >= 0) {
      firstFree = (int) hashes.get(id);
    } else {
      id = size++;
    }
    live++;
    hashes.set(id, hash);
    days.set(id, (short) day);
    slots.add(id);
    return id;
  }

  public long hash(int id) {
    return hashes.get(id);
  }

  /** The day on which the key was last touched. */
  public int lastDay(int id) {
    return days.get(id);
  }

  public void touch(int id, int day) {
    if (days.get(id) != day) {
      days.set(id, (short) day);
    }
  }

  public int live() {
    return live;
  }

  /**
   * Looks at the next few keys in turn and forgets those last touched before the day. Called with
   * each record, it goes round the whole table many times within any retention.
   *
   * @param forgotten told the number before it can be used again
   */
  public void sweep(int steps, int oldestDay, IntConsumer forgotten) {
    for (int i = 0; i < steps && size > 0; i++) {
      hand = hand + 1 < size ? hand + 1 : 0;
      int day = days.get(hand);
      if (day != FREE && day < oldestDay) {
        forgotten.accept(hand);
        slots.remove(hand);
        hashes.set(hand, firstFree);
        days.set(hand, FREE);
        firstFree = hand;
        live--;
      }
    }
  }
}
