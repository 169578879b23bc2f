package io.zhidun.rules.atom;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Says whether a text in ASCII contains a match, with one look at a table a character. The table
 * grows as texts call for it, within a bound; all threads share it.
 */
final class RegexMachine {
  /** What a search can say. */
  enum Answer {
    YES,
    NO,
    /** The table is full: another must say. */
    UNKNOWN
  }

  private static final int ASCII = 128;
  private static final int MOST_STATES = 2_000;
  private static final int MOST_THREADS = 1_000_000;
  private static final int MOST_OVERFLOWS = 16;

  /** In place of a state: a match is found; there is no room for one more. */
  private static final int FOUND = -1;

  private static final int NO_ROOM = -2;

  private final RegexProgram program;

  /** By character: its class; characters of one class are taken by the same steps. */
  private final byte[] classes = new byte[ASCII];

  /** By class: one of its characters; the last class stands for the end of the text. */
  private final int[] members;

  /** Scratch space of {@link #grow}: steps met, steps still to follow, steps that took. */
  private final boolean[] met;

  private final int[] open;
  private final char[] taken;
  private int takenCount;
  private volatile int overflows;
  private volatile Table table;

  /** What was before a place. */
  private static final int NOTHING = 0;

  private static final int NEWLINE = 1;
  private static final int WORD = 2;
  private static final int OTHER = 3;

  /**
   * The states met so far. A state is known by where its row begins in {@link #next}; the first row
   * stays empty, so that 0 stands for what is not known yet.
   */
  private static final class Table {
    final int classes;
    final List<Key> keys = new ArrayList<>();
    final Map<Key, Integer> rows = new HashMap<>();
    int threads;

    /**
     * By row and class, the state that follows. Read without a lock: who sees too little of it asks
     * {@link #grow}. Entries lead to rows within the same array.
     */
    int[] next;

    Table(int classes) {
      this.classes = classes;
      this.next = new int[16 * classes];
      add(new Key(NOTHING, new char[0]));
    }

    Key key(int row) {
      return keys.get(row / classes - 1);
    }

    int add(Key key) {
      keys.add(key);
      int row = keys.size() * classes;
      if (row + classes > next.length) {
        next = Arrays.copyOf(next, next.length * 2);
      }
      rows.put(key, row);
      threads += key.threads.length;
      return row;
    }
  }

  RegexMachine(RegexProgram program) {
    this.program = program;
    this.members = classify();
    this.met = new boolean[program.size()];
    this.open = new int[program.size() * 2 + 1];
    this.taken = new char[program.size()];
    this.table = new Table(members.length);
  }

  private int[] classify() {
    Map<String, Integer> known = new HashMap<>();
    List<Integer> first = new ArrayList<>();
    for (int c = 0; c < ASCII; c++) {
      StringBuilder signature = new StringBuilder();
      signature.append(kind(c));
      for (int i = 0; i < program.size(); i++) {
        if (program.step(i) instanceof RegexProgram.Take take) {
          signature.append(take.chars().has(c) ? '1' : '0');
        }
      }
      Integer number = known.putIfAbsent(signature.toString(), first.size());
      if (number == null) {
        number = first.size();
        first.add(c);
      }
      classes[c] = number.byteValue();
    }
    first.add(ASCII);
    return first.stream().mapToInt(Integer::intValue).toArray();
  }

  private static int kind(int c) {
    if (c == '\n') {
      return NEWLINE;
    }
    return c < ASCII && RegexProgram.WORD.has(c) ? WORD : OTHER;
  }

  /** What of a character before a place matters; telling more apart would only make more states. */
  private int before(int c) {
    if (c == ASCII) {
      return NOTHING;
    }
    int kind = kind(c);
    boolean matters =
        kind == WORD && program.needs(RegexProgram.WORD_EDGE | RegexProgram.NO_WORD_EDGE)
            || kind == NEWLINE && program.needs(RegexProgram.BEGIN_LINE);
    return matters ? kind : OTHER;
  }

  /** Looks for a match anywhere in {@code bytes[from, to)}, which are ASCII. */
  Answer search(byte[] bytes, int from, int to) {
    if (overflows >= MOST_OVERFLOWS) {
      return Answer.UNKNOWN;
    }
    Table by = table;
    int[] next = by.next;
    int state = by.classes;
    for (int i = from; i < to; i++) {
      int on = classes[bytes[i]];
      int after = next[state + on];
      if (after <= 0) {
        after = after == 0 ? grow(by, state, on) : after;
        if (after < 0) {
          return after == FOUND ? Answer.YES : Answer.UNKNOWN;
        }
        next = by.next;
      }
      state = after;
    }
    int end = members.length - 1;
    int last = next[state + end];
    if (last == 0) {
      last = grow(by, state, end);
    }
    if (last == NO_ROOM) {
      return Answer.UNKNOWN;
    }
    return last == FOUND ? Answer.YES : Answer.NO;
  }

  /** The state after a character of a class. */
  private synchronized int grow(Table by, int state, int on) {
    if (by != table) {
      return NO_ROOM;
    }
    int c = members[on];
    Arrays.fill(met, false);
    takenCount = 0;
    Key from = by.key(state);
    int holds = holds(from.before, c);
    boolean found = follow(0, holds, c);
    for (int thread : from.threads) {
      found = found || follow(thread, holds, c);
    }
    int after = found ? FOUND : after(by, before(c));
    if (after != NO_ROOM) {
      by.next[state + on] = after;
    }
    return after;
  }

  private static int holds(int before, int c) {
    int holds = before == NOTHING ? RegexProgram.BEGIN_TEXT | RegexProgram.BEGIN_LINE : 0;
    holds |= before == NEWLINE ? RegexProgram.BEGIN_LINE : 0;
    holds |= c == ASCII ? RegexProgram.END_TEXT | RegexProgram.END_LINE : 0;
    holds |= c == '\n' ? RegexProgram.END_LINE : 0;
    boolean edge = (before == WORD) != (kind(c) == WORD);
    return holds | (edge ? RegexProgram.WORD_EDGE : RegexProgram.NO_WORD_EDGE);
  }

  /** Runs a thread up to the steps that take {@code c}; whether it finds a match. */
  private boolean follow(int thread, int holds, int c) {
    int count = 0;
    open[count++] = thread;
    while (count > 0) {
      int at = open[--count];
      if (met[at]) {
        continue;
      }
      met[at] = true;
      RegexProgram.Step step = program.step(at);
      if (step instanceof RegexProgram.Found) {
        return true;
      } else if (step instanceof RegexProgram.Fork fork) {
        open[count++] = fork.one();
        open[count++] = fork.other();
      } else if (step instanceof RegexProgram.Check check && (check.needed() & ~holds) == 0) {
        open[count++] = at + 1;
      } else if (step instanceof RegexProgram.Take take && c < ASCII && take.chars().has(c)) {
        taken[takenCount++] = (char) (at + 1);
      }
    }
    return false;
  }

  private int after(Table by, int before) {
    char[] sorted = Arrays.copyOf(taken, takenCount);
    Arrays.sort(sorted);
    Key key = new Key(before, sorted);
    Integer known = by.rows.get(key);
    if (known != null) {
      return known;
    }
    if (by.keys.size() > MOST_STATES || by.threads + sorted.length > MOST_THREADS) {
      overflows++;
      table = new Table(members.length);
      return NO_ROOM;
    }
    return by.add(key);
  }

  /** A state: threads after a character, and what that was. */
  private record Key(int before, char[] threads) {
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Key key
          && before == key.before
          && Arrays.equals(threads, key.threads);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(threads) * 31 + before;
    }
  }
}
