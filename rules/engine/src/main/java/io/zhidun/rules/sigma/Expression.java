package io.zhidun.rules.sigma;

import io.zhidun.rules.atom.Atom;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** What a rule asks of one event, as a tree over atoms. */
public sealed interface Expression {
  /** Whether it is true, given which atoms hold. */
  boolean test(Predicate<Atom> holds);

  /** Hands over every atom in it. */
  void atoms(Consumer<Atom> sink);

  /** All of them; true when there is none. */
  record All(List<Expression> parts) implements Expression {
    public All {
      parts = List.copyOf(parts);
    }

    @Override
    public boolean test(Predicate<Atom> holds) {
      for (Expression part : parts) {
        if (!part.test(holds)) {
          return false;
        }
      }
      return true;
    }

    @Override
    public void atoms(Consumer<Atom> sink) {
      parts.forEach(part -> part.atoms(sink));
    }
  }

  /** Any of them; false when there is none. */
  record Any(List<Expression> parts) implements Expression {
    public Any {
      parts = List.copyOf(parts);
    }

    @Override
    public boolean test(Predicate<Atom> holds) {
      for (Expression part : parts) {
        if (part.test(holds)) {
          return true;
        }
      }
      return false;
    }

    @Override
    public void atoms(Consumer<Atom> sink) {
      parts.forEach(part -> part.atoms(sink));
    }
  }

  /** Not it. */
  record Not(Expression part) implements Expression {
    @Override
    public boolean test(Predicate<Atom> holds) {
      return !part.test(holds);
    }

    @Override
    public void atoms(Consumer<Atom> sink) {
      part.atoms(sink);
    }
  }

  /** An atom holds. */
  record Holds(Atom atom) implements Expression {
    @Override
    public boolean test(Predicate<Atom> holds) {
      return holds.test(atom);
    }

    @Override
    public void atoms(Consumer<Atom> sink) {
      sink.accept(atom);
    }
  }

  /** A search identifier's content, under its name. */
  record Selection(String name, Expression part) implements Expression {
    @Override
    public boolean test(Predicate<Atom> holds) {
      return part.test(holds);
    }

    @Override
    public void atoms(Consumer<Atom> sink) {
      part.atoms(sink);
    }
  }
}
