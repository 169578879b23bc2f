package io.zhidun.rules.match;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.IntUnaryOperator;

/**
 * The conditions of a route's rules as steps in one array. Each step asks an atom and names the
 * step that follows if it holds and the one that follows if not; so a condition is decided by a
 * walk that asks no atom in vain, cheapest questions first.
 */
final class Decisions {
  private static final int STEP = 3;
  private static final int YES = -1;
  private static final int NO = -2;

  /** By rule, where its steps begin; {@link #YES} or {@link #NO} where there is nothing to ask. */
  private final int[] entries;

  private final int[] steps;

  private Decisions(int[] entries, int[] steps) {
    this.entries = entries;
    this.steps = steps;
  }

  /** Whether a rule's condition is true; only for rules of the route. */
  boolean isTrue(int rule, EventMatcher matcher) {
    int at = entries[rule];
    while (at >= 0) {
      at = steps[matcher.holds(steps[at]) ? at + 1 : at + 2];
    }
    return at == YES;
  }

  /** Writes conditions down, the last step first, since each step names those after it. */
  static final class Builder {
    private final IntUnaryOperator costs;
    private final int[] entries;
    private int[] steps = new int[64 * STEP];
    private int end;

    /**
     * @param rules how many rules the set has
     * @param costs by atom, how dear it is to ask
     */
    Builder(int rules, IntUnaryOperator costs) {
      this.entries = new int[rules];
      this.costs = costs;
    }

    void add(int rule, Program program) {
      entries[rule] = write(program, YES, NO);
    }

    private int write(Program program, int yes, int no) {
      if (program instanceof Program.Ask ask) {
        return step(ask.atom(), yes, no);
      }
      if (program instanceof Program.None none) {
        return write(none.part(), no, yes);
      }
      boolean every = program instanceof Program.Every;
      Program[] parts = cheapestFirst(parts(program));
      int next = every ? yes : no;
      for (int i = parts.length - 1; i >= 0; i--) {
        next = every ? write(parts[i], next, no) : write(parts[i], yes, next);
      }
      return next;
    }

    private static Program[] parts(Program program) {
      return program instanceof Program.Every every
          ? every.parts()
          : ((Program.Some) program).parts();
    }

    private Program[] cheapestFirst(Program[] parts) {
      Program[] sorted = parts.clone();
      Arrays.sort(sorted, Comparator.comparingInt(this::cost));
      return sorted;
    }

    /** How dear an answer is at worst. */
    private int cost(Program program) {
      if (program instanceof Program.Ask ask) {
        return costs.applyAsInt(ask.atom());
      }
      if (program instanceof Program.None none) {
        return cost(none.part());
      }
      int sum = 1;
      for (Program part : parts(program)) {
        sum = Math.addExact(sum, cost(part));
      }
      return sum;
    }

    private int step(int atom, int yes, int no) {
      if (end == steps.length) {
        steps = Arrays.copyOf(steps, end * 2);
      }
      steps[end] = atom;
      steps[end + 1] = yes;
      steps[end + 2] = no;
      end += STEP;
      return end - STEP;
    }

    Decisions build() {
      return new Decisions(entries, Arrays.copyOf(steps, end));
    }
  }
}
