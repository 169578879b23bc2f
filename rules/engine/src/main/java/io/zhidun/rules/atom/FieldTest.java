package io.zhidun.rules.atom;

import io.zhidun.events.Event;
import io.zhidun.events.FieldNames;
import io.zhidun.events.ValueType;

/** A value relates to a value of another field of the same event, without case. */
public record FieldTest(String other, PatternText.Anchor anchor) implements Test {
  public FieldTest {
    // Enters the name before any event is read, since names met in data are only looked up.
    FieldNames.id(other);
  }

  @Override
  public boolean holds(Event event, int field, TextView view) {
    int second = FieldNames.id(other);
    for (int slot = event.first(field); slot >= 0; slot = event.next(slot)) {
      for (int peer = event.first(second); peer >= 0; peer = event.next(peer)) {
        if (relates(event, slot, peer)) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean relates(Event event, int slot, int peer) {
    if (event.type(slot) == ValueType.NULL || event.type(peer) == ValueType.NULL) {
      return false;
    }
    String value = Folding.fold(event.textAt(slot));
    String wanted = Folding.fold(event.textAt(peer));
    return switch (anchor) {
      case WHOLE -> value.equals(wanted);
      case START -> value.startsWith(wanted);
      case END -> value.endsWith(wanted);
      case ANYWHERE -> value.contains(wanted);
    };
  }

  @Override
  public int cost() {
    return 6;
  }
}
