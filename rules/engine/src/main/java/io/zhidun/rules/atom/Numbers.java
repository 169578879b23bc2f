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

  private Numbers() {}

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
