package io.zhidun.rules.match;

import java.util.List;
import java.util.Map;

/** Literals by the gram that they are known by: a bit filter, and a hash table behind it. */
final class GramSet {
  private static final int MIX = 0x9e3779b1;

  /** With 64 bits a gram, one position in 64 is looked up in vain at most. */
  private static final int BITS_PER_GRAM = 64;

  /** Of so many grams the filter would be too large for the nearest cache; half does then. */
  private static final int MANY = 1_024;

  private static final int LEAST_BITS = 12;
  private static final PartAtom[] NOTHING = {};

  /** Bit {@link #hash} is set where a gram may be in the table; scans read it directly. */
  final long[] filter;

  private final int shift;
  private final int[] grams;
  private final PartAtom[][] parts;
  private final boolean isEmpty;

  GramSet(Map<Integer, List<PartAtom>> byGram) {
    int each = byGram.size() > MANY ? BITS_PER_GRAM / 2 : BITS_PER_GRAM;
    int bits = LEAST_BITS;
    while (1L << bits < (long) byGram.size() * each) {
      bits++;
    }
    this.isEmpty = byGram.isEmpty();
    this.shift = Integer.SIZE - bits;
    this.filter = new long[isEmpty ? 1 : 1 << bits - 6];
    int size = isEmpty ? 1 : Integer.highestOneBit(Math.max(4, byGram.size() * 2)) * 2;
    this.grams = new int[size];
    this.parts = new PartAtom[size][];
    byGram.forEach(this::enter);
  }

  private void enter(int gram, List<PartAtom> list) {
    int hash = hash(gram, shift);
    filter[hash >> 6] |= 1L << hash;
    int mask = grams.length - 1;
    int slot = gram * MIX & mask;
    while (parts[slot] != null) {
      slot = slot + 1 & mask;
    }
    grams[slot] = gram;
    parts[slot] = list.toArray(PartAtom[]::new);
  }

  boolean isEmpty() {
    return isEmpty;
  }

  /** What {@link #hash} shifts by. */
  int shift() {
    return shift;
  }

  static int hash(int gram, int shift) {
    return gram * MIX >>> shift;
  }

  /** The literals known by a gram. */
  PartAtom[] find(int gram) {
    int mask = grams.length - 1;
    for (int slot = gram * MIX & mask; parts[slot] != null; slot = slot + 1 & mask) {
      if (grams[slot] == gram) {
        return parts[slot];
      }
    }
    return NOTHING;
  }
}
