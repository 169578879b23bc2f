package io.zhidun.rules.match;

import io.zhidun.rules.atom.Atom;
import io.zhidun.rules.atom.ExistsTest;
import io.zhidun.rules.atom.Glob;
import io.zhidun.rules.atom.NullTest;
import io.zhidun.rules.atom.NumberTest;
import io.zhidun.rules.atom.Numbers;
import io.zhidun.rules.atom.RegexTest;
import io.zhidun.rules.atom.Test;
import io.zhidun.rules.atom.TextTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Chooses a rule's pivots: atoms of which at least one holds whenever the rule does, and that an
 * index finds. Of several possible sets the one taken is that which is thought to hold most rarely:
 * by what the stream has shown of an atom, and where it has shown nothing by the literal's length.
 * Any choice gives the same matches.
 */
final class Pivots {
  static final double PRESENCE = 1.0;

  /** By atom: the atoms to look for in its place, of which one holds whenever it does, or null. */
  private final int[] @Nullable [] standIns;

  private final double[] guesses;

  /** Asks the table for atoms that no rule wrote: of presence, and of parts of expressions. */
  Pivots(AtomTable table) {
    List<int[]> found = new ArrayList<>();
    // The table grows by what stands in for others; those stand for themselves.
    for (int atom = 0; atom < table.size(); atom++) {
      found.add(standIns(atom, table.atom(atom), table));
    }
    this.standIns = found.toArray(int[][]::new);
    this.guesses = new double[standIns.length];
    for (int atom = 0; atom < guesses.length; atom++) {
      guesses[atom] = guess(table.atom(atom));
    }
  }

  /**
   * @param atoms their numbers
   * @param frequency estimate of the share of events in which one of them holds
   */
  record Choice(Set<Integer> atoms, double frequency) {}

  /** Tells the share of events in which an atom held, or a negative number if that is unknown. */
  interface Measured {
    double frequency(int atom);
  }

  double guess(int atom) {
    return guesses[atom];
  }

  /** The pivots of a condition, or null if it can be true where no indexed atom holds. */
  @Nullable Choice choose(Program program, Measured measured) {
    if (program instanceof Program.Ask ask) {
      int[] atoms = standIns[ask.atom()];
      return atoms == null ? null : choice(atoms, measured);
    }
    if (program instanceof Program.Every every) {
      return rarest(every.parts(), measured);
    }
    if (program instanceof Program.Some some) {
      return together(some.parts(), measured);
    }
    return null;
  }

  private Choice choice(int[] atoms, Measured measured) {
    Set<Integer> set = new TreeSet<>();
    double sum = 0;
    for (int atom : atoms) {
      set.add(atom);
      double known = measured.frequency(atom);
      sum += known < 0 ? guesses[atom] : known;
    }
    return new Choice(set, sum);
  }

  private @Nullable Choice rarest(Program[] parts, Measured measured) {
    Choice best = null;
    for (Program part : parts) {
      Choice choice = choose(part, measured);
      if (choice != null && (best == null || choice.frequency < best.frequency)) {
        best = choice;
      }
    }
    return best;
  }

  private @Nullable Choice together(Program[] parts, Measured measured) {
    Set<Integer> all = new TreeSet<>();
    double frequency = 0;
    for (Program part : parts) {
      Choice choice = choose(part, measured);
      if (choice == null) {
        return null;
      }
      all.addAll(choice.atoms);
      frequency += choice.frequency;
    }
    return new Choice(all, frequency);
  }

  private static int @Nullable [] standIns(int number, Atom atom, AtomTable table) {
    Test test = atom.test();
    if (test instanceof NullTest || test instanceof ExistsTest exists && !exists.wanted()) {
      return null;
    }
    if (test instanceof TextTest text && text.glob().literal().length > 0
        || test instanceof NumberTest wanted && isSpelledOut(wanted)
        || test instanceof ExistsTest) {
      return new int[] {number};
    }
    if (test instanceof RegexTest regex && !regex.needs().isEmpty()) {
      return regex.needs().stream()
          .mapToInt(
              glob -> table.number(new Atom(atom.field(), "contains", "", new TextTest(glob))))
          .toArray();
    }
    return atom.isKeyword() ? null : new int[] {table.presence(atom.field())};
  }

  /** A number that no value spells out has no literal to be found by. */
  private static boolean isSpelledOut(NumberTest number) {
    return number.plain().length() <= Numbers.LONGEST;
  }

  private static double guess(Atom atom) {
    if (atom.test() instanceof TextTest text) {
      Glob glob = text.glob();
      boolean open = glob.shape() == Glob.Shape.CONTAINS || glob.shape() == Glob.Shape.GENERAL;
      return rarity(glob.literal().length, open);
    }
    return atom.test() instanceof NumberTest number
        ? rarity(number.plain().length(), false)
        : PRESENCE;
  }

  /** A part of a value is met more often than a whole one. */
  private static double rarity(int length, boolean part) {
    int known = Math.min(length, 24);
    return Math.min(0.9, (part ? 2.0 : 1.0) / ((1 + known) * (1 + known)));
  }
}
