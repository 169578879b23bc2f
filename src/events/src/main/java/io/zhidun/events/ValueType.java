package io.zhidun.events;

/** How the bytes of an event's value are to be read. Constants, not an enum: it is per value. */
public final class ValueType {
  /** Text as received; may hold any byte, also invalid UTF-8. */
  public static final byte TEXT = 0;

  /** The inside of a JSON string, still escaped. */
  public static final byte ESCAPED = 1;

  /** A JSON number. */
  public static final byte NUMBER = 2;

  /** {@code true} or {@code false}. */
  public static final byte BOOL = 3;

  /** {@code null}. */
  public static final byte NULL = 4;

  private ValueType() {}
}
