package io.zhidun.rules.match;

/** A rule's condition over numbered atoms, cheapest question first. */
sealed interface Program {
  boolean run(EventMatcher matcher);

  /** How dear a run is at worst. */
  int cost();

  /** An atom holds. */
  record Ask(int atom, int cost) implements Program {
    @Override
    public boolean run(EventMatcher matcher) {
      return matcher.holds(atom);
    }
  }

  /** Every part holds. */
  record Every(Program[] parts, int cost) implements Program {
    @Override
    public boolean run(EventMatcher matcher) {
      for (Program part : parts) {
        if (!part.run(matcher)) {
          return false;
        }
      }
      return true;
    }
  }

  /** Some part holds. */
  record Some(Program[] parts, int cost) implements Program {
    @Override
    public boolean run(EventMatcher matcher) {
      for (Program part : parts) {
        if (part.run(matcher)) {
          return true;
        }
      }
      return false;
    }
  }

  /** The part does not hold. */
  record None(Program part, int cost) implements Program {
    @Override
    public boolean run(EventMatcher matcher) {
      return !part.run(matcher);
    }
  }
}
