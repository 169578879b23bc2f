package io.zhidun.rules.atom;

import io.zhidun.events.Event;
import io.zhidun.events.ValueType;

/** The field is absent or one of its values is null. An empty text is neither. */
public record NullTest() implements Test {
  @Override
  public boolean holds(Event event, int field, TextView view) {
    int slot = event.first(field);
    if (slot < 0) {
      return true;
    }
    for (; slot >= 0; slot = event.next(slot)) {
      if (event.type(slot) == ValueType.NULL) {
        return true;
      }
    }
    return false;
  }

  @Override
  public int cost() {
    return 0;
  }
}
