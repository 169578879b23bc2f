package io.zhidun.rules.atom;

import io.zhidun.events.Event;
import io.zhidun.events.FieldNames;
import io.zhidun.events.ValueType;

/**
 * One question that a rule asks of an event: a field, a test. Equal atoms ask the same, so that all
 * rules of a set share them.
 *
 * @param field name of the field; empty for a keyword, which is looked for in every value
 * @param operator how it was written: Sigma modifiers, or {@code equals}
 * @param expected the rule's value
 * @param test the question
 */
public record Atom(String field, String operator, String expected, Test test) {
  /** Whether it is looked for in every value of the event. */
  public boolean isKeyword() {
    return field.isEmpty();
  }

  /** The field's number; only for atoms that name a field. */
  public int fieldNumber() {
    return FieldNames.id(field);
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
}
