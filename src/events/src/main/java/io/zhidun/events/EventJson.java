package io.zhidun.events;

/** One-off reading of events, where speed does not matter. */
public final class EventJson {
  private EventJson() {}

  /**
   * Clears {@code into} and reads the object into it; whether that succeeded.
   *
   * @param json one object, nested or with dotted names
   */
  public static boolean read(byte[] json, Event into) {
    into.clear();
    try {
      new EventReader(true).read(json, 0, json.length, into);
      return true;
    } catch (JsonFault unreadable) {
      return false;
    }
  }
}
