package io.zhidun.trust.chain;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhidun.trust.Sm3;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MerkleTreeTest {
  private static final int MOST = 40;

  @Test
  void hashesLeavesAndNodesApartAsTheRfcHasThem() {
    byte[] a = Sm3.of("a");
    byte[] b = Sm3.of("b");
    byte[] c = Sm3.of("c");
    byte[] ab = Sm3.of(new byte[] {1}, leaf(a), leaf(b));
    assertThat(new MerkleTree(List.of(a, b, c)).root())
        .isEqualTo(Sm3.of(new byte[] {1}, ab, leaf(c)));
    assertThat(new MerkleTree(List.of()).root()).isEqualTo(Sm3.of());
  }

  private static byte[] leaf(byte[] record) {
    return Sm3.of(new byte[] {0}, record);
  }

  @Test
  void theFrontierHasTheRootOfTheWholeTree() {
    MerkleFrontier frontier = new MerkleFrontier(0, List.of());
    for (int size = 0; size <= MOST; size++) {
      assertThat(frontier.root()).as("%d", size).isEqualTo(tree(size).root());
      frontier = new MerkleFrontier(size, frontier.peaks());
      frontier.add(record(size));
    }
  }

  @Test
  void provesThatEachRecordIsInEachTreeAndNoOther() {
    for (int size = 1; size <= MOST; size++) {
      MerkleTree tree = tree(size);
      for (int i = 0; i < size; i++) {
        List<byte[]> path = tree.inclusion(i);
        assertThat(MerkleTree.includes(tree.root(), size, record(i), i, path)).isTrue();
        assertThat(MerkleTree.includes(tree.root(), size, record(i + 1), i, path)).isFalse();
        if (!path.isEmpty()) {
          path.set(path.size() / 2, Sm3.of("another"));
          assertThat(MerkleTree.includes(tree.root(), size, record(i), i, path)).isFalse();
          path.remove(0);
          assertThat(MerkleTree.includes(tree.root(), size, record(i), i, path)).isFalse();
        }
      }
    }
  }

  @Test
  void provesThatEachTreeGrewFromEachSmallerOne() {
    for (int size = 1; size <= MOST; size++) {
      MerkleTree tree = tree(size);
      for (int old = 1; old <= size; old++) {
        byte[] before = tree(old).root();
        List<byte[]> proof = tree.consistency(old);
        assertThat(MerkleTree.consistent(before, old, tree.root(), size, proof))
            .as("%d in %d", old, size)
            .isTrue();
        if (old < size) {
          byte[] forged = Sm3.of("forged");
          assertThat(MerkleTree.consistent(forged, old, tree.root(), size, proof)).isFalse();
          assertThat(MerkleTree.consistent(before, old, forged, size, proof)).isFalse();
          proof.set(proof.size() - 1, forged);
          assertThat(MerkleTree.consistent(before, old, tree.root(), size, proof)).isFalse();
        }
      }
    }
  }

  private static MerkleTree tree(int size) {
    List<byte[]> records = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      records.add(record(i));
    }
    return new MerkleTree(records);
  }

  private static byte[] record(int number) {
    return Sm3.of("record " + number);
  }
}
