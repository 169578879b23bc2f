package io.zhidun.collectors.agent;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads sizes, times and the like as people write them. */
final class Units {
  private static final Pattern NUMBER = Pattern.compile("(\\d{1,15})\\s*([A-Za-z]*)");
  private static final Map<String, Long> BYTES =
      Map.of("", 1L, "B", 1L, "KiB", 1L << 10, "MiB", 1L << 20, "GiB", 1L << 30, "TiB", 1L << 40);
  private static final Map<String, Duration> TIMES =
      Map.of(
          "ms", Duration.ofMillis(1),
          "s", Duration.ofSeconds(1),
          "m", Duration.ofMinutes(1),
          "h", Duration.ofHours(1));

  private Units() {}

  /** Such as {@code 512MiB}. */
  static long bytes(String text) {
    Matcher matcher = NUMBER.matcher(text);
    Long unit = matcher.matches() ? BYTES.get(matcher.group(2)) : null;
    if (unit == null) {
      throw new IllegalArgumentException("must be a size such as 64KiB, 16MiB or 1GiB");
    }
    return Math.multiplyExact(Long.parseLong(matcher.group(1)), unit);
  }

  static int smallBytes(String text) {
    return Math.toIntExact(bytes(text));
  }

  /** Such as {@code 250ms}. */
  static Duration duration(String text) {
    Matcher matcher = NUMBER.matcher(text);
    Duration unit = matcher.matches() ? TIMES.get(matcher.group(2)) : null;
    if (unit == null) {
      throw new IllegalArgumentException("must be a time such as 10ms, 30s, 5m or 1h");
    }
    return unit.multipliedBy(Long.parseLong(matcher.group(1)));
  }

  static int port(String text) {
    if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > 65_535) {
      throw new IllegalArgumentException("must be a port from 0 to 65535");
    }
    return Integer.parseInt(text);
  }

  static int count(String text) {
    if (!text.matches("[1-9]\\d{0,6}")) {
      throw new IllegalArgumentException("must be a number from 1 to 9999999");
    }
    return Integer.parseInt(text);
  }

  static ZoneId zone(String text) {
    try {
      return ZoneId.of(text);
    } catch (RuntimeException e) {
      throw new IllegalArgumentException("must be a time zone such as UTC or Asia/Shanghai", e);
    }
  }

  /** A constant by its lower-case name. */
  static <E extends Enum<E>> E constant(Class<E> type, String text) {
    for (E each : type.getEnumConstants()) {
      if (each.name().toLowerCase(Locale.ROOT).equals(text)) {
        return each;
      }
    }
    throw new IllegalArgumentException(
        "must be one of " + Arrays.toString(type.getEnumConstants()).toLowerCase(Locale.ROOT));
  }

  /** A name that is safe in topics, metrics and file names. */
  static String name(String text) {
    if (!text.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,63}")) {
      throw new IllegalArgumentException(
          "must be 1 to 64 letters, digits, dots, dashes or underscores");
    }
    return text;
  }
}
