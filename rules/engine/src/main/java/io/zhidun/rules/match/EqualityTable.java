package io.zhidun.rules.match;

import io.zhidun.rules.atom.Folding;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.List;

/** Whole values by their folded bytes: an open hash table, asked without allocation. */
final class EqualityTable {
  private static final int LENGTHS = 64;
  private static final long SAME_CASE = 0x2020202020202020L;
  private static final long MIX = 0x9e3779b97f4a7c15L;
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private final byte[][] keys;
  private final int[][] atoms;

  /** Bit n: some key has length n; the last bit stands for all longer ones. */
  private final long lengths;

  private EqualityTable(byte[][] keys, int[][] atoms, long lengths) {
    this.keys = keys;
    this.atoms = atoms;
    this.lengths = lengths;
  }

  /** Literals are folded and distinct; {@code atoms} says what holds with each. */
  static EqualityTable of(List<byte[]> literals, List<int[]> atoms) {
    int size = Integer.highestOneBit(Math.max(4, literals.size() * 2)) * 2;
    byte[][] keys = new byte[size][];
    int[][] values = new int[size][];
    long lengths = 0;
    for (int i = 0; i < literals.size(); i++) {
      byte[] key = literals.get(i);
      lengths |= bit(key.length);
      int slot = hash(key, 0, key.length) & (size - 1);
      while (keys[slot] != null) {
        slot = (slot + 1) & (size - 1);
      }
      keys[slot] = key;
      values[slot] = atoms.get(i);
    }
    return new EqualityTable(keys, values, lengths);
  }

  private static final int[] NOTHING = {};

  /** The atoms that hold with this value. */
  int[] find(byte[] bytes, int from, int to) {
    if ((lengths & bit(to - from)) == 0) {
      return NOTHING;
    }
    int mask = keys.length - 1;
    for (int i = hash(bytes, from, to) & mask; keys[i] != null; i = (i + 1) & mask) {
      if (equal(keys[i], bytes, from, to)) {
        return atoms[i];
      }
    }
    return NOTHING;
  }

  private static long bit(int length) {
    return 1L << Math.min(length, LENGTHS - 1);
  }

  private static boolean equal(byte[] key, byte[] bytes, int from, int to) {
    if (key.length != to - from) {
      return false;
    }
    byte[] fold = Folding.asciiTable();
    for (int i = 0; i < key.length; i++) {
      if (fold[bytes[from + i] & 0xff] != key[i]) {
        return false;
      }
    }
    return true;
  }

  /** Of the bytes with letters of either case the same. */
  private static int hash(byte[] bytes, int from, int to) {
    long hash = to - from;
    int i = from;
    for (; i + Long.BYTES <= to; i += Long.BYTES) {
      hash = (hash ^ ((long) LONGS.get(bytes, i) | SAME_CASE)) * MIX;
      hash ^= hash >>> 32;
    }
    long rest = 0;
    for (; i < to; i++) {
      rest = rest << 8 | (bytes[i] | ' ') & 0xff;
    }
    hash = (hash ^ rest) * MIX;
    return (int) (hash >>> 32);
  }
}
