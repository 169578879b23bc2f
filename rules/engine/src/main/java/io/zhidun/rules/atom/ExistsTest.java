package io.zhidun.rules.atom;

import io.zhidun.events.Event;

/** The field is there, whatever its value, or is not. */
public record ExistsTest(boolean wanted) implements Test {
  @Override
  public boolean holds(Event event, int field, TextView view) {
    return event.first(field) >= 0 == wanted;
  }

  @Override
  public int cost() {
    return 0;
  }
}
