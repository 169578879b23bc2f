package io.zhidun.events;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Writes events as nested ECS JSON. Fields stand in the order of their names, vendor fields last;
 * the same event always gives the same bytes. Belongs to one thread.
 */
public final class EventWriter {
  /** Bound on layouts kept; a hostile JSON source can make up sequences of fields without end. */
  private static final int MAX_LAYOUTS = 4096;

  private static final byte[] VENDOR = "\"vendor\":{".getBytes(StandardCharsets.UTF_8);

  private final JsonBuffer buffer = new JsonBuffer();
  private @Nullable EventLayout[] layouts = new EventLayout[256];
  private int layoutCount;

  /** The event as one JSON object; the array is the caller's. */
  public byte[] toBytes(Event event) {
    buffer.clear();
    write(event, buffer);
    return buffer.toByteArray();
  }

  /** Appends the event as one JSON object. */
  public void write(Event event, JsonBuffer out) {
    EventLayout layout = layout(event);
    byte[][] before = layout.before;
    int[] slots = layout.slots;
    for (int i = 0; i < slots.length; i++) {
      out.raw(before[i]);
      value(event, slots[i], out);
    }
    out.raw(layout.beforeExtras);
    boolean vendorOpen = layout.vendorOpen;
    for (int i = 0; i < event.extraCount(); i++) {
      if (!vendorOpen) {
        separate(out, layout.hasFields);
        out.raw(VENDOR);
        vendorOpen = true;
      } else {
        separate(out, i > 0 || layout.vendorOpen);
      }
      String extra = event.extraName(i);
      byte[] name = extra.getBytes(StandardCharsets.UTF_8);
      out.text(name, 0, name.length);
      out.raw(':');
      i = values(event, i, extra, out);
    }
    if (vendorOpen) {
      out.raw('}');
    }
    out.raw('}');
  }

  /**
   * Writes the value of an extra, or of all that follow under the same name as an array: a store
   * refuses an object that has a member twice. Returns the index of the last one.
   */
  private static int values(Event event, int first, String name, JsonBuffer out) {
    int last = first;
    while (last + 1 < event.extraCount() && event.extraName(last + 1).equals(name)) {
      last++;
    }
    if (last == first) {
      value(event, event.extraSlot(first), out);
      return first;
    }
    for (int i = first; i <= last; i++) {
      out.raw(i == first ? '[' : ',');
      value(event, event.extraSlot(i), out);
    }
    out.raw(']');
    return last;
  }

  private static void separate(JsonBuffer out, boolean needed) {
    if (needed) {
      out.raw(',');
    }
  }

  private static void value(Event event, int slot, JsonBuffer out) {
    byte[] data = event.data(slot);
    int from = event.from(slot);
    int to = event.to(slot);
    switch (event.type(slot)) {
      case ValueType.TEXT -> out.text(data, from, to);
      case ValueType.ESCAPED -> out.escaped(data, from, to);
      default -> out.raw(data, from, to);
    }
  }

  private EventLayout layout(Event event) {
    int shape = event.shape();
    int hash = shape ^ shape >>> 16;
    int mask = layouts.length - 1;
    for (int i = hash & mask; ; i = (i + 1) & mask) {
      EventLayout found = layouts[i];
      if (found == null) {
        return enter(i, hash, event);
      }
      if (found.hash == hash && found.fits(event)) {
        return found;
      }
    }
  }

  private EventLayout enter(int index, int hash, Event event) {
    EventLayout made = EventLayout.of(hash, event.fields(), event.constants());
    if (layoutCount >= MAX_LAYOUTS) {
      layouts = new EventLayout[256];
      layoutCount = 0;
      return made;
    }
    layouts[index] = made;
    layoutCount++;
    if (layoutCount * 2 > layouts.length) {
      grow();
    }
    return made;
  }

  private void grow() {
    @Nullable EventLayout[] old = layouts;
    layouts = new EventLayout[old.length * 2];
    int mask = layouts.length - 1;
    for (EventLayout layout : old) {
      if (layout != null) {
        int i = layout.hash & mask;
        while (layouts[i] != null) {
          i = (i + 1) & mask;
        }
        layouts[i] = layout;
      }
    }
  }
}
