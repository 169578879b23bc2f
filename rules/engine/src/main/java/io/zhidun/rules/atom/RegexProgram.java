package io.zhidun.rules.atom;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An expression as steps of a machine with many threads (Thompson, CACM 11(6), 1968). Immutable; it
 * is run by {@link RegexMachine}.
 */
final class RegexProgram {
  /** What may be needed of a place between two characters. */
  static final int BEGIN_TEXT = 1;

  static final int END_TEXT = 2;
  static final int BEGIN_LINE = 4;
  static final int END_LINE = 8;
  static final int WORD_EDGE = 16;
  static final int NO_WORD_EDGE = 32;

  static final RegexNode.Chars WORD =
      RegexReader.or(
          RegexReader.or(RegexReader.range('0', '9'), RegexReader.range('_', '_')),
          RegexReader.or(RegexReader.range('a', 'z'), RegexReader.range('A', 'Z')));

  /** An expression with counts may unfold to more steps than are worth having. */
  private static final int MOST_STEPS = 3_000;

  /** One step; where it goes next is a number of a step. */
  sealed interface Step {}

  /** Takes a character and goes to the next step. */
  record Take(RegexNode.Chars chars) implements Step {}

  /** Goes both ways. */
  record Fork(int one, int other) implements Step {}

  /** Goes on where all that is needed holds. */
  record Check(int needed) implements Step {}

  /** Has found a match. */
  record Found() implements Step {}

  private final List<Step> steps = new ArrayList<>();
  private final int least;
  private int needed;

  private RegexProgram(RegexNode whole) {
    this.least = whole.least();
    emit(whole);
    add(new Found());
  }

  /** Thrown when it becomes too large. */
  private static final class TooLarge extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  /** The program, or null where the expression is not read or unfolds too far. */
  static @Nullable RegexProgram of(String expression, int flags) {
    RegexNode whole = RegexReader.read(expression, flags);
    try {
      return whole == null ? null : new RegexProgram(whole);
    } catch (TooLarge unfolded) {
      return null;
    }
  }

  int size() {
    return steps.size();
  }

  Step step(int number) {
    return steps.get(number);
  }

  /** Whether any step needs one of these. */
  boolean needs(int any) {
    return (needed & any) != 0;
  }

  /** A shorter text has no match. */
  int least() {
    return least;
  }

  private int add(Step step) {
    if (steps.size() == MOST_STEPS) {
      throw new TooLarge();
    }
    steps.add(step);
    return steps.size() - 1;
  }

  private void emit(RegexNode node) {
    if (node instanceof RegexNode.Chars chars) {
      add(new Take(chars));
    } else if (node instanceof RegexNode.Place place) {
      needed |= place.needed();
      add(new Check(place.needed()));
    } else if (node instanceof RegexNode.Sequence sequence) {
      sequence.parts().forEach(this::emit);
    } else if (node instanceof RegexNode.Choice choice) {
      emitChoice(choice.parts());
    } else if (node instanceof RegexNode.Repeat repeat) {
      emitRepeat(repeat);
    }
  }

  private void emitChoice(List<RegexNode> parts) {
    List<Integer> ends = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      boolean last = i == parts.size() - 1;
      int fork = last ? -1 : add(new Check(0));
      emit(parts.get(i));
      if (!last) {
        ends.add(add(new Check(0)));
        steps.set(fork, new Fork(fork + 1, steps.size()));
      }
    }
    ends.forEach(end -> steps.set(end, new Fork(steps.size(), steps.size())));
  }

  private void emitRepeat(RegexNode.Repeat repeat) {
    for (int i = 0; i < repeat.times(); i++) {
      emit(repeat.part());
    }
    if (repeat.most() < 0) {
      int fork = add(new Check(0));
      emit(repeat.part());
      add(new Fork(fork, fork));
      steps.set(fork, new Fork(fork + 1, steps.size()));
      return;
    }
    List<Integer> forks = new ArrayList<>();
    for (int i = repeat.times(); i < repeat.most(); i++) {
      forks.add(add(new Check(0)));
      emit(repeat.part());
    }
    forks.forEach(fork -> steps.set(fork, new Fork(fork + 1, steps.size())));
  }
}
