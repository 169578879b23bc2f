package io.zhidun.rules.atom;

import io.zhidun.events.Event;
import io.zhidun.events.ValueType;

/**
 * A value's text matches a pattern. Numbers and booleans are compared as they are written; null
 * never matches.
 */
public record TextTest(Glob glob) implements Test {
  @Override
  public boolean holds(Event event, int field, TextView view) {
    for (int slot = event.first(field); slot >= 0; slot = event.next(slot)) {
      if (holdsAt(event, slot, view)) {
        return true;
      }
    }
    return false;
  }

  /** Whether one value matches. */
  public boolean holdsAt(Event event, int slot, TextView view) {
    if (event.type(slot) == ValueType.NULL) {
      return false;
    }
    if (glob.isCased()) {
      view.showCased(event, slot);
    } else {
      view.showFolded(event, slot);
    }
    return glob.matches(view);
  }

  @Override
  public int cost() {
    return switch (glob.shape()) {
      case EQUALS, PREFIX, SUFFIX -> 1;
      case CONTAINS -> 3;
      case GENERAL -> 5;
    };
  }
}
