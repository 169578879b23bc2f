package io.zhidun.rules.match;

/** A rule's condition over numbered atoms, as it is written; {@link Decisions} is what is run. */
sealed interface Program {
  /** An atom holds. */
  record Ask(int atom) implements Program {}

  /** Every part holds. */
  record Every(Program[] parts) implements Program {}

  /** Some part holds. */
  record Some(Program[] parts) implements Program {}

  /** The part does not hold. */
  record None(Program part) implements Program {}
}
