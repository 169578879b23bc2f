package io.zhidun.rules.match;

import io.zhidun.rules.atom.Folding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Literals that begin a value, or that end it: a tree of bytes, walked from that edge until no
 * literal goes on. Its branches lie in one hash table.
 */
final class EdgeTrie {
  private static final int MIX = 0x9e3779b1;
  private static final int[] NOTHING = {};

  private final boolean fromEnd;

  /** A node's number and a byte, plus one; 0 is free. */
  private final int[] branches;

  private final int[] targets;

  /** By node: the pivots whose literal ends here. */
  private final int[][] pivots;

  private EdgeTrie(Builder builder) {
    this.fromEnd = builder.fromEnd;
    int size = Integer.highestOneBit(Math.max(4, builder.branches.size() * 2)) * 2;
    this.branches = new int[size];
    this.targets = new int[size];
    builder.branches.forEach(this::enter);
    this.pivots = builder.pivots.stream().map(EdgeTrie::array).toArray(int[][]::new);
  }

  private static int[] array(List<Integer> list) {
    return list.isEmpty() ? NOTHING : list.stream().mapToInt(Integer::intValue).toArray();
  }

  private void enter(int branch, int target) {
    int mask = branches.length - 1;
    int slot = slot(branch, mask);
    while (branches[slot] != 0) {
      slot = slot + 1 & mask;
    }
    branches[slot] = branch + 1;
    targets[slot] = target;
  }

  private static int slot(int branch, int mask) {
    int hash = branch * MIX;
    return (hash ^ hash >>> 15) & mask;
  }

  /** Tells the matcher every pivot whose literal stands at this edge of {@code bytes[from, to)}. */
  void walk(byte[] bytes, int from, int to, EventMatcher matcher) {
    byte[] fold = Folding.asciiTable();
    int node = 0;
    for (int i = 0; i < to - from; i++) {
      int at = fromEnd ? to - 1 - i : from + i;
      node = child(node << 8 | fold[bytes[at] & 0xff] & 0xff);
      if (node < 0) {
        return;
      }
      for (int pivot : pivots[node]) {
        matcher.hold(pivot);
      }
    }
  }

  private int child(int branch) {
    int mask = branches.length - 1;
    for (int slot = slot(branch, mask); branches[slot] != 0; slot = slot + 1 & mask) {
      if (branches[slot] == branch + 1) {
        return targets[slot];
      }
    }
    return -1;
  }

  /** Collects the literals of one edge. */
  static final class Builder {
    private final boolean fromEnd;
    private final Map<Integer, Integer> branches = new HashMap<>();
    private final List<List<Integer>> pivots = new ArrayList<>(List.of(List.of()));

    Builder(boolean fromEnd) {
      this.fromEnd = fromEnd;
    }

    /** Adds a folded literal that is not empty. */
    void add(byte[] literal, int pivot) {
      int node = 0;
      for (int i = 0; i < literal.length; i++) {
        int at = fromEnd ? literal.length - 1 - i : i;
        int branch = node << 8 | literal[at] & 0xff;
        Integer next = branches.get(branch);
        if (next == null) {
          next = pivots.size();
          branches.put(branch, next);
          pivots.add(new ArrayList<>(0));
        }
        node = next;
      }
      pivots.get(node).add(pivot);
    }

    boolean isEmpty() {
      return branches.isEmpty();
    }

    EdgeTrie build() {
      return new EdgeTrie(this);
    }
  }
}
