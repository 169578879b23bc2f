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
  private static final State FOUND = new State(0, new char[0], 0);

  private final RegexProgram program;

  /** By character: its class; characters of one class are taken by the same steps. */
  private final byte[] classes = new byte[ASCII];

  /** By class: one of its characters; the last class stands for the end of the text. */
  private final int[] members;

  private final Map<Key, State> states = new HashMap<>();
  private int threads;
  private volatile int overflows;
  private volatile State start;

  /** What was before a place. */
  private static final int NOTHING = 0;

  private static final int NEWLINE = 1;
  private static final int WORD = 2;
  private static final int OTHER = 3;

  /** Threads after a character, and what that was. Reached through a race: its fields are final. */
  private static final class State {
    final int before;
    final char[] threads;
    final @Nullable State[] next;

    State(int before, char[] threads, int classes) {
      this.before = before;
      this.threads = threads;
      this.next = new State[classes];
    }
  }

  RegexMachine(RegexProgram program) {
    this.program = program;
    this.members = classify();
    this.start = new State(NOTHING, new char[0], members.length);
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
    State state = start;
    for (int i = from; i < to; i++) {
      int on = classes[bytes[i]];
      State next = state.next[on];
      if (next == null) {
        next = grow(state, on);
      }
      if (next == null || next == FOUND) {
        return next == null ? Answer.UNKNOWN : Answer.YES;
      }
      state = next;
    }
    int end = members.length - 1;
    State last = state.next[end];
    if (last == null) {
      last = grow(state, end);
    }
    if (last == null) {
      return Answer.UNKNOWN;
    }
    return last == FOUND ? Answer.YES : Answer.NO;
  }

  /** The state after a character of a class, or null when there is no room for it. */
  private synchronized @Nullable State grow(State state, int on) {
    int c = members[on];
    boolean[] met = new boolean[program.size()];
    List<Integer> taken = new ArrayList<>();
    int holds = holds(state.before, c);
    boolean found = follow(0, holds, c, met, taken);
    for (int thread : state.threads) {
      found = found || follow(thread, holds, c, met, taken);
    }
    State next = found ? FOUND : after(before(c), taken);
    state.next[on] = next;
    return next;
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
  private boolean follow(int thread, int holds, int c, boolean[] met, List<Integer> taken) {
    if (met[thread]) {
      return false;
    }
    int[] open = new int[program.size() * 2 + 1];
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
        taken.add(at + 1);
      }
    }
    return false;
  }

  private @Nullable State after(int before, List<Integer> taken) {
    char[] sorted = new char[taken.size()];
    for (int i = 0; i < sorted.length; i++) {
      sorted[i] = (char) taken.get(i).intValue();
    }
    Arrays.sort(sorted);
    Key key = new Key(before, sorted);
    State known = states.get(key);
    if (known != null) {
      return known;
    }
    if (states.size() == MOST_STATES || threads + sorted.length > MOST_THREADS) {
      forget();
      return null;
    }
    threads += sorted.length;
    State made = new State(before, sorted, members.length);
    states.put(key, made);
    return made;
  }

  private void forget() {
    overflows++;
    states.clear();
    threads = 0;
    start = new State(NOTHING, new char[0], members.length);
  }

  /** What a state is known by. */
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
