package io.zhidun.rules.atom;

import io.zhidun.events.Event;
import io.zhidun.events.FieldNames;
import io.zhidun.events.ValueType;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One question that a rule asks of an event: a field, a test. Equal atoms ask the same, so that all
 * rules of a set share them.
 */
public final class Atom {
  private static final int UNKNOWN = -1;

  private final String field;
  private final String operator;
  private final String expected;
  private final Test test;

  /** Looked up when first asked for. */
  private int number = UNKNOWN;

  /**
   * @param field name of the field; empty for a keyword, which is looked for in every value
   * @param operator how it was written: Sigma modifiers, or {@code equals}
   * @param expected the rule's value
   * @param test the question
   */
  public Atom(String field, String operator, String expected, Test test) {
    this.field = field;
    this.operator = operator;
    this.expected = expected;
    this.test = test;
  }

  public String field() {
    return field;
  }

  public String operator() {
    return operator;
  }

  public String expected() {
    return expected;
  }

  public Test test() {
    return test;
  }

  /** Whether it is looked for in every value of the event. */
  public boolean isKeyword() {
    return field.isEmpty();
  }

  /** The field's number; only for atoms that name a field. */
  public int fieldNumber() {
    int known = number;
    if (known == UNKNOWN) {
      known = FieldNames.id(field);
      number = known;
    }
    return known;
  }

  /** Whether it holds on an event; {@code view} is scratch space. */
  public boolean holds(Event event, TextView view) {
    return isKeyword() ? anywhere(event, view) : test.holds(event, fieldNumber(), view);
  }

  private boolean anywhere(Event event, TextView view) {
    TextTest text = (TextTest) test;
    for (int slot = 0; slot < event.size(); slot++) {
      if (event.type(slot) != ValueType.NULL && text.holdsAt(event, slot, view)) {
        return true;
      }
    }
    return false;
  }

  /** Same question, whatever the words it was written with. */
  public boolean asksTheSameAs(Atom other) {
    return field.equals(other.field) && test.equals(other.test);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Atom atom
        && asksTheSameAs(atom)
        && operator.equals(atom.operator)
        && expected.equals(atom.expected);
  }

  @Override
  public int hashCode() {
    return Objects.hash(field, operator, expected, test);
  }

  @Override
  public String toString() {
    return field + " " + operator + " " + expected;
  }
}
