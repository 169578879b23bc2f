package io.zhidun.rules.match;

import io.zhidun.rules.atom.Atom;
import io.zhidun.rules.atom.ExistsTest;
import io.zhidun.rules.atom.NullTest;
import io.zhidun.rules.atom.NumberTest;
import io.zhidun.rules.atom.Numbers;
import io.zhidun.rules.atom.Test;
import io.zhidun.rules.atom.TextTest;
import io.zhidun.rules.sigma.Expression;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Chooses a rule's pivots: atoms of which at least one holds whenever the rule does, and that an
 * index finds. Of several possible sets the one taken is that which is thought to hold most rarely;
 * a long literal is taken for rare until the stream says otherwise.
 */
final class Pivots {
  private static final double PRESENCE = 1.0;

  private final AtomTable atoms;

  Pivots(AtomTable atoms) {
    this.atoms = atoms;
  }

  /**
   * @param atoms their numbers
   * @param frequency estimate of the share of events in which one of them holds
   */
  record Choice(Set<Integer> atoms, double frequency) {}

  /** The pivots of a condition, or null if it can be true where no indexed atom holds. */
  @Nullable Choice choose(Expression expression) {
    if (expression instanceof Expression.Selection selection) {
      return choose(selection.part());
    }
    if (expression instanceof Expression.Holds holds) {
      return atom(holds.atom());
    }
    if (expression instanceof Expression.All all) {
      return rarest(all.parts());
    }
    if (expression instanceof Expression.Any any) {
      return together(any.parts());
    }
    return null;
  }

  private @Nullable Choice rarest(List<Expression> parts) {
    Choice best = null;
    for (Expression part : parts) {
      Choice choice = choose(part);
      if (choice != null && (best == null || choice.frequency < best.frequency)) {
        best = choice;
      }
    }
    return best;
  }

  private @Nullable Choice together(List<Expression> parts) {
    Set<Integer> all = new TreeSet<>();
    double frequency = 0;
    for (Expression part : parts) {
      Choice choice = choose(part);
      if (choice == null) {
        return null;
      }
      all.addAll(choice.atoms);
      frequency += choice.frequency;
    }
    return new Choice(all, frequency);
  }

  private @Nullable Choice atom(Atom atom) {
    Test test = atom.test();
    if (test instanceof NullTest || test instanceof ExistsTest exists && !exists.wanted()) {
      return null;
    }
    double frequency = PRESENCE;
    if (test instanceof TextTest text) {
      frequency = rarity(text.glob().key().length, text.cost() > 1);
    } else if (test instanceof NumberTest number) {
      frequency = rarity(plainLength(number), false);
    }
    if (frequency < PRESENCE) {
      return new Choice(Set.of(atoms.number(atom)), frequency);
    }
    return atom.isKeyword() ? null : new Choice(Set.of(atoms.presence(atom.field())), PRESENCE);
  }

  /** A number that no value spells out has no literal to be found by. */
  private static int plainLength(NumberTest number) {
    int length = number.plain().length();
    return length > Numbers.LONGEST ? 0 : length;
  }

  /** A part of a value is met more often than a whole one. */
  private static double rarity(int length, boolean part) {
    return length == 0
        ? PRESENCE
        : Math.min(0.9, (part ? 2.0 : 1.0) / ((1 + length) * (1 + length)));
  }
}
