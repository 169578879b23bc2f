package io.zhidun.rules.atom;

import io.zhidun.events.Event;
import io.zhidun.events.ValueType;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Reads decimal numbers out of values; what is none is none, whatever its type says. */
public final class Numbers {
  /** Longer digits and larger exponents are not numbers that a log means. */
  public static final int LONGEST = 40;

  private static final int LARGEST_EXPONENT = 400;

  /** So many digits are a long for sure. */
  static final int LONGEST_WHOLE = 18;

  /** Stands for a value that is no whole number written plainly. */
  static final long NOT_WHOLE = Long.MIN_VALUE;

  private Numbers() {}

  /** The number in a slot where it is written as up to 18 digits, or {@link #NOT_WHOLE}. */
  static long wholeAt(Event event, int slot) {
    int from = event.from(slot);
    int to = event.to(slot);
    if (event.type(slot) > ValueType.NUMBER || to == from || to - from > LONGEST_WHOLE) {
      return NOT_WHOLE;
    }
    byte[] bytes = event.data(slot);
    long value = 0;
    for (int i = from; i < to; i++) {
      int digit = bytes[i] - '0';
      if (digit < 0 || digit > 9) {
        return NOT_WHOLE;
      }
      value = value * 10 + digit;
    }
    return value;
  }

  /** The number in a slot, or null. */
  public static @Nullable BigDecimal at(Event event, int slot) {
    byte type = event.type(slot);
    if (type == ValueType.NULL || type == ValueType.BOOL) {
      return null;
    }
    if (type == ValueType.ESCAPED) {
      byte[] text = event.textAt(slot).getBytes(StandardCharsets.UTF_8);
      return read(text, 0, text.length);
    }
    return read(event.data(slot), event.from(slot), event.to(slot));
  }

  /** The number that these bytes spell, or null. */
  public static @Nullable BigDecimal read(byte[] bytes, int from, int to) {
    if (to - from > LONGEST || !isNumber(bytes, from, to)) {
      return null;
    }
    BigDecimal value =
        new BigDecimal(new String(bytes, from, to - from, StandardCharsets.US_ASCII));
    return Math.abs((long) value.scale()) > LARGEST_EXPONENT ? null : value;
  }

  /** {@code -?digits[.digits][(e|E)[+-]digits]}, with at most four digits of exponent. */
  static boolean isNumber(byte[] bytes, int from, int to) {
    int i = from < to && bytes[from] == '-' ? from + 1 : from;
    int whole = digits(bytes, i, to);
    if (whole == i) {
      return false;
    }
    i = whole;
    if (i < to && bytes[i] == '.') {
      int fraction = digits(bytes, i + 1, to);
      if (fraction == i + 1) {
        return false;
      }
      i = fraction;
    }
    return i == to || isExponent(bytes, i, to);
  }

  private static boolean isExponent(byte[] bytes, int from, int to) {
    if (bytes[from] != 'e' && bytes[from] != 'E') {
      return false;
    }
    int i = from + 1;
    if (i < to && (bytes[i] == '+' || bytes[i] == '-')) {
      i++;
    }
    return i < to && to - i <= 4 && digits(bytes, i, to) == to;
  }

  private static int digits(byte[] bytes, int from, int to) {
    int i = from;
    while (i < to && bytes[i] >= '0' && bytes[i] <= '9') {
      i++;
    }
    return i;
  }
}
