package io.zhidun.rules.match;

import io.zhidun.rules.atom.Folding;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Aho–Corasick (CACM 18(6), 1975) over bytes, compiled to a table of states × byte classes. Bytes
 * that no literal holds share class 0, and both cases of an ASCII letter share theirs, so folding
 * costs nothing. States that report come last, so that one comparison a byte finds them.
 */
final class Automaton {
  /** Outputs of the states from {@link #firstReporting}: numbers of literals that end there. */
  private final int[][] reports;

  private final byte[] classes;
  private final int width;
  private final int[] table;
  private final int firstReporting;

  private Automaton(byte[] classes, int width, int[] table, int firstReporting, int[][] reports) {
    this.classes = classes;
    this.width = width;
    this.table = table;
    this.firstReporting = firstReporting;
    this.reports = reports;
  }

  /** Is told that literal {@code number} ends before {@code end}. */
  interface Report {
    void found(int number, int end);
  }

  /** Finds every occurrence of every literal. */
  void scan(byte[] bytes, int from, int to, Report report) {
    int state = 0;
    for (int i = from; i < to; i++) {
      state = table[state + (classes[bytes[i] & 0xff] & 0xff)];
      if (state >= firstReporting) {
        for (int number : reports[(state - firstReporting) / width]) {
          report.found(number, i + 1);
        }
      }
    }
  }

  /** Compiles literals that are folded and not empty. */
  static Automaton compile(List<byte[]> literals) {
    return new Builder(literals).build();
  }

  int states() {
    return table.length / width;
  }

  /** The trie under construction. */
  private static final class Builder {
    private final byte[] classes = new byte[256];
    private final int width;
    private final List<int[]> next = new ArrayList<>();
    private final List<List<Integer>> outputs = new ArrayList<>();

    Builder(List<byte[]> literals) {
      this.width = classify(literals);
      addState();
      for (int number = 0; number < literals.size(); number++) {
        insert(literals.get(number), number);
      }
    }

    private int classify(List<byte[]> literals) {
      boolean[] used = new boolean[256];
      for (byte[] literal : literals) {
        for (byte b : literal) {
          used[b & 0xff] = true;
        }
      }
      int count = 1;
      for (int i = 0; i < 256; i++) {
        if (used[i]) {
          classes[i] = (byte) count++;
        }
      }
      byte[] fold = Folding.asciiTable();
      for (int i = 0; i < 256; i++) {
        classes[i] = classes[fold[i] & 0xff];
      }
      return count;
    }

    private int addState() {
      int[] row = new int[width];
      Arrays.fill(row, -1);
      next.add(row);
      outputs.add(new ArrayList<>(1));
      return next.size() - 1;
    }

    private void insert(byte[] literal, int number) {
      int state = 0;
      for (byte b : literal) {
        int on = classes[b & 0xff] & 0xff;
        if (next.get(state)[on] < 0) {
          next.get(state)[on] = addState();
        }
        state = next.get(state)[on];
      }
      outputs.get(state).add(number);
    }

    Automaton build() {
      link();
      int[] order = order();
      int[] table = new int[next.size() * width];
      int quiet = 0;
      for (int state = 0; state < next.size(); state++) {
        quiet += outputs.get(state).isEmpty() ? 1 : 0;
        for (int on = 0; on < width; on++) {
          table[order[state] * width + on] = order[next.get(state)[on]] * width;
        }
      }
      int[][] reports = new int[next.size() - quiet][];
      for (int state = 0; state < next.size(); state++) {
        if (order[state] >= quiet) {
          reports[order[state] - quiet] =
              outputs.get(state).stream().mapToInt(Integer::intValue).toArray();
        }
      }
      return new Automaton(classes, width, table, quiet * width, reports);
    }

    /** Completes every row by following failures, breadth first. */
    private void link() {
      int[] failure = new int[next.size()];
      ArrayDeque<Integer> queue = new ArrayDeque<>();
      for (int on = 0; on < width; on++) {
        int child = next.get(0)[on];
        if (child < 0) {
          next.get(0)[on] = 0;
        } else {
          queue.add(child);
        }
      }
      while (!queue.isEmpty()) {
        int state = queue.remove();
        outputs.get(state).addAll(outputs.get(failure[state]));
        int[] row = next.get(state);
        int[] fallback = next.get(failure[state]);
        for (int on = 0; on < width; on++) {
          if (row[on] < 0) {
            row[on] = fallback[on];
          } else {
            failure[row[on]] = fallback[on];
            queue.add(row[on]);
          }
        }
      }
    }

    private int[] order() {
      int[] order = new int[next.size()];
      int number = 0;
      for (int pass = 0; pass < 2; pass++) {
        for (int state = 0; state < order.length; state++) {
          if (outputs.get(state).isEmpty() == (pass == 0)) {
            order[state] = number++;
          }
        }
      }
      return order;
    }
  }
}
