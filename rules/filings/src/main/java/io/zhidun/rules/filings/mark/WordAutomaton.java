package io.zhidun.rules.filings.mark;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * Finds all of many words in a text in one pass (Aho and Corasick, 1975). Built once, then
 * immutable; a step costs one or two look-ups in a flat hash whatever the number of words.
 */
final class WordAutomaton {

  private static final int ROOT = 0;
  private static final int NONE = -1;

  private final LongIndex edges = new LongIndex();
  private final int[] fallback;
  private final int[] nextEnd;
  private final List<List<Integer>> ends = new ArrayList<>();

  /**
   * @param words none empty; their places in the list are what {@link #find} tells
   */
  WordAutomaton(List<String> words) {
    ends.add(List.of());
    List<int[]> nodes = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      add(words.get(i), i, nodes);
    }
    fallback = new int[ends.size()];
    nextEnd = new int[ends.size()];
    nextEnd[ROOT] = NONE;
    link(nodes);
  }

  /** Tells every word that occurs, as often as it does, in order of where it ends. */
  void find(String text, IntConsumer found) {
    int node = ROOT;
    for (int i = 0; i < text.length(); i++) {
      node = step(node, text.charAt(i));
      for (int at = node; at != NONE; at = nextEnd[at]) {
        for (int word : ends.get(at)) {
          found.accept(word);
        }
      }
    }
  }

  private void add(String word, int id, List<int[]> nodes) {
    int node = ROOT;
    for (int i = 0; i < word.length(); i++) {
      int next = edges.get(edge(node, word.charAt(i)));
      if (next == LongIndex.NONE) {
        next = ends.size();
        ends.add(List.of());
        edges.put(edge(node, word.charAt(i)), next);
        nodes.add(new int[] {node, word.charAt(i), next});
      }
      node = next;
    }
    List<Integer> all = new ArrayList<>(ends.get(node));
    all.add(id);
    ends.set(node, List.copyOf(all));
  }

  /** Gives each node, nearest to the root first, the longest other word that its end begins. */
  private void link(List<int[]> edgesInOrder) {
    List<List<int[]>> children = new ArrayList<>();
    for (int i = 0; i < ends.size(); i++) {
      children.add(new ArrayList<>(1));
    }
    edgesInOrder.forEach(edge -> children.get(edge[0]).add(edge));
    Deque<Integer> queue = new ArrayDeque<>(List.of(ROOT));
    while (!queue.isEmpty()) {
      int parent = queue.removeFirst();
      for (int[] edge : children.get(parent)) {
        int node = edge[2];
        int shorter = parent == ROOT ? ROOT : step(fallback[parent], (char) edge[1]);
        fallback[node] = shorter;
        nextEnd[node] = ends.get(shorter).isEmpty() ? nextEnd[shorter] : shorter;
        queue.addLast(node);
      }
    }
  }

  private int step(int from, char c) {
    int node = from;
    while (true) {
      int next = edges.get(edge(node, c));
      if (next != LongIndex.NONE) {
        return next;
      }
      if (node == ROOT) {
        return ROOT;
      }
      node = fallback[node];
    }
  }

  private static long edge(int node, char c) {
    return Hashes.mix((long) node << 16 | c);
  }
}
