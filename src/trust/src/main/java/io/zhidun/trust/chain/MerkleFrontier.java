package io.zhidun.trust.chain;

import io.zhidun.trust.Sm3;
import java.util.ArrayList;
import java.util.List;

/**
 * What a growing {@link MerkleTree} must remember: the roots of its full subtrees, one for each bit
 * of its size. For one thread.
 */
final class MerkleFrontier {

  /** Largest subtree first. */
  private final List<byte[]> peaks;

  private long size;

  MerkleFrontier(long size, List<byte[]> peaks) {
    if (size < 0 || Long.bitCount(size) != peaks.size()) {
      throw new IllegalArgumentException(
          "a tree of %d records has %d peaks, not %d"
              .formatted(size, Long.bitCount(size), peaks.size()));
    }
    this.size = size;
    this.peaks = new ArrayList<>(peaks);
  }

  void add(byte[] record) {
    byte[] hash = MerkleTree.leaf(record);
    for (long bits = size; (bits & 1) == 1; bits >>= 1) {
      hash = MerkleTree.node(peaks.remove(peaks.size() - 1), hash);
    }
    peaks.add(hash);
    size++;
  }

  byte[] root() {
    if (peaks.isEmpty()) {
      return Sm3.of();
    }
    byte[] root = peaks.get(peaks.size() - 1);
    for (int i = peaks.size() - 2; i >= 0; i--) {
      root = MerkleTree.node(peaks.get(i), root);
    }
    return root;
  }

  List<byte[]> peaks() {
    return List.copyOf(peaks);
  }
}
