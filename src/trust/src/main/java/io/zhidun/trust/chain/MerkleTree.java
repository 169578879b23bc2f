package io.zhidun.trust.chain;

import io.zhidun.trust.Sm3;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The hash tree of RFC 6962, section 2.1, over SM3: its root, the proof that a leaf is in it and
 * the proof that it grew from a smaller one. Leaves are what is logged: here the records' hashes.
 */
public final class MerkleTree {
  private static final byte[] LEAF = {0};
  private static final byte[] NODE = {1};

  private final List<byte[]> leaves;

  /**
   * @param records hashes of the records, in order
   */
  public MerkleTree(List<byte[]> records) {
    this.leaves = records.stream().map(MerkleTree::leaf).toList();
  }

  /** The hash of the whole tree; of an empty one SM3 of nothing. */
  public byte[] root() {
    return root(0, leaves.size());
  }

  /** The path from the record to the root of the whole tree, lowest first. */
  public List<byte[]> inclusion(int index) {
    if (index < 0 || index >= leaves.size()) {
      throw new IllegalArgumentException("record %d of %d".formatted(index, leaves.size()));
    }
    List<byte[]> path = new ArrayList<>();
    path(index, 0, leaves.size(), path);
    return path;
  }

  /** The proof that the whole tree begins with the tree of the first {@code old} records. */
  public List<byte[]> consistency(int old) {
    if (old < 1 || old > leaves.size()) {
      throw new IllegalArgumentException(
          "a tree of %d in a tree of %d".formatted(old, leaves.size()));
    }
    List<byte[]> proof = new ArrayList<>();
    subproof(old, 0, leaves.size(), true, proof);
    return proof;
  }

  /** Whether the path leads from the record to the root of a tree of that size. */
  public static boolean includes(
      byte[] root, long size, byte[] record, long index, List<byte[]> path) {
    if (index < 0 || index >= size) {
      return false;
    }
    byte[] hash = leaf(record);
    long place = index;
    long last = size - 1;
    for (byte[] step : path) {
      if (last == 0) {
        return false;
      }
      if ((place & 1) == 1 || place == last) {
        hash = node(step, hash);
        int shift = (place & 1) == 1 ? 0 : Long.numberOfTrailingZeros(place);
        place >>= shift;
        last >>= shift;
      } else {
        hash = node(hash, step);
      }
      place >>= 1;
      last >>= 1;
    }
    return last == 0 && Arrays.equals(hash, root);
  }

  /** Whether the proof shows that the tree of the first root grew into that of the second. */
  public static boolean consistent(
      byte[] oldRoot, long old, byte[] root, long size, List<byte[]> proof) {
    if (old < 1 || old > size) {
      return false;
    }
    if (old == size) {
      return proof.isEmpty() && Arrays.equals(oldRoot, root);
    }
    List<byte[]> steps = new ArrayList<>(proof);
    if (Long.bitCount(old) == 1) {
      steps.add(0, oldRoot);
    }
    if (steps.isEmpty()) {
      return false;
    }
    int shift = Long.numberOfTrailingZeros(~(old - 1));
    long place = (old - 1) >> shift;
    long last = (size - 1) >> shift;
    byte[] before = steps.get(0);
    byte[] after = before;
    for (byte[] step : steps.subList(1, steps.size())) {
      if (last == 0) {
        return false;
      }
      if ((place & 1) == 1 || place == last) {
        before = node(step, before);
        after = node(step, after);
        int up = (place & 1) == 1 || place == 0 ? 0 : Long.numberOfTrailingZeros(place);
        place >>= up;
        last >>= up;
      } else {
        after = node(after, step);
      }
      place >>= 1;
      last >>= 1;
    }
    return last == 0 && Arrays.equals(before, oldRoot) && Arrays.equals(after, root);
  }

  static byte[] leaf(byte[] record) {
    return Sm3.of(LEAF, record);
  }

  static byte[] node(byte[] left, byte[] right) {
    return Sm3.of(NODE, left, right);
  }

  private byte[] root(int from, int to) {
    if (from == to) {
      return Sm3.of();
    }
    if (to - from == 1) {
      return leaves.get(from);
    }
    int middle = from + split(to - from);
    return node(root(from, middle), root(middle, to));
  }

  private void path(int index, int from, int to, List<byte[]> path) {
    if (to - from == 1) {
      return;
    }
    int middle = from + split(to - from);
    if (index < middle) {
      path(index, from, middle, path);
      path.add(root(middle, to));
    } else {
      path(index, middle, to, path);
      path.add(root(from, middle));
    }
  }

  private void subproof(int old, int from, int to, boolean known, List<byte[]> proof) {
    if (old == to - from) {
      if (!known) {
        proof.add(root(from, to));
      }
      return;
    }
    int middle = from + split(to - from);
    if (old <= middle - from) {
      subproof(old, from, middle, known, proof);
      proof.add(root(middle, to));
    } else {
      subproof(old - (middle - from), middle, to, false, proof);
      proof.add(root(from, middle));
    }
  }

  /** The largest power of two below the size. */
  private static int split(int size) {
    return Integer.highestOneBit(size - 1);
  }
}
