package io.zhidun.rules.match;

import io.zhidun.rules.atom.Atom;
import io.zhidun.rules.atom.ExistsTest;
import io.zhidun.rules.atom.Test;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers the distinct atoms of a rule set, so that rules share what they ask. */
final class AtomTable {
  /** A field and a test; the words an atom was written with do not matter. */
  private record Question(String field, Test test) {}

  private final Map<Question, Integer> numbers = new HashMap<>();
  private final List<Atom> atoms = new ArrayList<>();

  int number(Atom atom) {
    Integer known = numbers.putIfAbsent(new Question(atom.field(), atom.test()), atoms.size());
    if (known != null) {
      return known;
    }
    atoms.add(atom);
    return atoms.size() - 1;
  }

  /** The atom that holds whenever a field is there. */
  int presence(String field) {
    return number(new Atom(field, "exists", "true", new ExistsTest(true)));
  }

  Atom atom(int number) {
    return atoms.get(number);
  }

  int size() {
    return atoms.size();
  }

  Atom[] all() {
    return atoms.toArray(Atom[]::new);
  }
}
