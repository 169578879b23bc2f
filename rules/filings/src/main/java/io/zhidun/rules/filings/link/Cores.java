package io.zhidun.rules.filings.link;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * Finds the cores of a graph whose nodes are keys and whose edges are pairs of keys that at least
 * two applicants have both.
 *
 * <p>A core is a biconnected component: whichever single key is taken away, the rest still hangs
 * together, so nothing is chained over one key (Hopcroft and Tarjan, 1973).
 */
final class Cores {

  private final List<int[]> neighbours;
  private final int[] found;
  private final int[] low;
  private final Deque<int[]> edges = new ArrayDeque<>();
  private final List<int[]> cores = new ArrayList<>();
  private int clock;

  private Cores(List<int[]> neighbours) {
    this.neighbours = neighbours;
    this.found = new int[neighbours.size()];
    this.low = new int[neighbours.size()];
  }

  /**
   * @param neighbours of each node; at most a few hundred nodes, as the search recurses
   * @return the nodes of each core in ascending order
   */
  static List<int[]> of(List<int[]> neighbours) {
    Cores cores = new Cores(neighbours);
    for (int node = 0; node < neighbours.size(); node++) {
      if (cores.found[node] == 0) {
        cores.search(node, -1);
      }
    }
    return cores.cores;
  }

  private void search(int node, int parent) {
    found[node] = ++clock;
    low[node] = clock;
    for (int next : neighbours.get(node)) {
      if (next == parent) {
        continue;
      }
      if (found[next] == 0) {
        edges.push(new int[] {node, next});
        search(next, node);
        low[node] = Math.min(low[node], low[next]);
        if (low[next] >= found[node]) {
          cores.add(popCore(node, next));
        }
      } else if (found[next] < found[node]) {
        edges.push(new int[] {node, next});
        low[node] = Math.min(low[node], found[next]);
      }
    }
  }

  private int[] popCore(int node, int next) {
    boolean[] in = new boolean[neighbours.size()];
    int[] edge;
    do {
      edge = edges.pop();
      in[edge[0]] = true;
      in[edge[1]] = true;
    } while (edge[0] != node || edge[1] != next);
    int[] core = new int[in.length];
    int size = 0;
    for (int i = 0; i < in.length; i++) {
      if (in[i]) {
        core[size++] = i;
      }
    }
    return Arrays.copyOf(core, size);
  }
}
