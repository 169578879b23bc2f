package io.zhidun.stream.normalize;

import io.zhidun.events.ValueType;
import java.util.Locale;
import java.util.Optional;

/** What a capture accepts, and how its value is typed. */
enum CaptureType {
  /** Any bytes, also none. */
  TEXT(ValueType.TEXT),
  /** One or more bytes without a blank. */
  WORD(ValueType.TEXT),
  /** Any bytes; a lone {@code -} means absent. */
  DASH(ValueType.TEXT),
  /** Decimal digits without a leading zero that JSON would refuse. */
  INT(ValueType.NUMBER),
  /** An IPv4 or IPv6 address, zone allowed. */
  IP(ValueType.TEXT),
  /** A request target; also split into path and query. */
  URL(ValueType.TEXT),
  /** The time in common log format. */
  CLF(ValueType.TEXT),
  /** The time as RFC 3339. */
  RFC3339(ValueType.TEXT);

  final byte valueType;

  CaptureType(byte valueType) {
    this.valueType = valueType;
  }

  static Optional<CaptureType> named(String name) {
    for (CaptureType type : values()) {
      if (type.name().toLowerCase(Locale.ROOT).equals(name)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }

  /** Whether the bytes may be a value of this type. */
  boolean accepts(byte[] bytes, int from, int to) {
    return switch (this) {
      case TEXT, DASH, CLF, RFC3339 -> true;
      case URL -> to > from;
      case WORD -> to > from && Slice.indexOf(bytes, from, to, (byte) ' ') < 0;
      case INT -> isNumber(bytes, from, to);
      case IP -> Addresses.isAddress(bytes, from, to);
    };
  }

  private static boolean isNumber(byte[] bytes, int from, int to) {
    return Slice.number(bytes, from, to) >= 0 && (bytes[from] != '0' || to - from == 1);
  }
}
