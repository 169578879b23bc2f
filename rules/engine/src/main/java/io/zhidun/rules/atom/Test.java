package io.zhidun.rules.atom;

import io.zhidun.events.Event;

/**
 * What an atom asks of a field's values. Each implementation is a value: equal tests ask the same,
 * so that rules share them.
 */
public sealed interface Test
    permits TextTest,
        NumberTest,
        RangeTest,
        TimePartTest,
        CidrTest,
        RegexTest,
        NullTest,
        ExistsTest,
        FieldTest {
  /** Whether any value of the field holds; {@code view} is scratch space. */
  boolean holds(Event event, int field, TextView view);

  /** How dear an answer is, for the order of evaluation: 0 nothing, 1 a comparison, 9 a search. */
  int cost();
}
