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
        if (relates(event, slot, peer, view)) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean relates(Event event, int slot, int peer, TextView view) {
    if (event.type(slot) == ValueType.NULL || event.type(peer) == ValueType.NULL) {
      return false;
    }
    view.showFolded(event, peer);
    byte[] wanted = view.bytes();
    int from = view.from();
    int length = view.to() - from;
    // What the view showed first stays where it is only while it remembers.
    if (!view.remembers()) {
      wanted = java.util.Arrays.copyOfRange(wanted, from, from + length);
      from = 0;
    }
    view.showFolded(event, slot);
    int room = view.to() - view.from() - length;
    if (room < 0 || anchor == PatternText.Anchor.WHOLE && room > 0) {
      return false;
    }
    int first = anchor == PatternText.Anchor.END ? room : 0;
    int last = anchor == PatternText.Anchor.ANYWHERE || first > 0 ? room : 0;
    for (int at = first; at <= last; at++) {
      if (equal(wanted, from, view.bytes(), view.from() + at, length)) {
        return true;
      }
    }
    return false;
  }

  private static boolean equal(byte[] one, int oneAt, byte[] other, int otherAt, int length) {
    byte[] fold = Folding.ASCII;
    for (int i = 0; i < length; i++) {
      if (fold[one[oneAt + i] & 0xff] != fold[other[otherAt + i] & 0xff]) {
        return false;
      }
    }
    return true;
  }

  @Override
  public int cost() {
    return 2;
  }
}
