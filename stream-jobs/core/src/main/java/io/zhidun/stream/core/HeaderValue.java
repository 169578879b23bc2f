package io.zhidun.stream.core;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.jspecify.annotations.Nullable;

/**
 * Reads header values where they lie. Kafka copies a value out of its buffer under a lock when it
 * is first asked for; with seven headers a record that was a tenth of the stream's time. Where the
 * client's insides are not as expected, the public way is taken and only the time is lost.
 */
final class HeaderValue {
  /** Longest number read: what has so many digits fits a long. */
  private static final int MOST_DIGITS = 18;

  private static final @Nullable VarHandle BUFFER = buffer();

  private HeaderValue() {}

  private static @Nullable VarHandle buffer() {
    try {
      return MethodHandles.privateLookupIn(RecordHeader.class, MethodHandles.lookup())
          .findVarHandle(RecordHeader.class, "valueBuffer", ByteBuffer.class);
    } catch (ReflectiveOperationException otherInside) {
      return null;
    }
  }

  /** Whether the value is exactly these bytes. */
  static boolean equals(Header header, byte[] expected) {
    ByteBuffer buffer = bufferOf(header);
    if (buffer == null) {
      return java.util.Arrays.equals(header.value(), expected);
    }
    if (buffer.remaining() != expected.length) {
      return false;
    }
    int at = buffer.position();
    for (int i = 0; i < expected.length; i++) {
      if (buffer.get(at + i) != expected[i]) {
        return false;
      }
    }
    return true;
  }

  /** The value as a decimal number of at most 18 digits, or -1. */
  static long number(Header header) {
    ByteBuffer buffer = bufferOf(header);
    if (buffer != null && buffer.hasArray()) {
      int from = buffer.arrayOffset() + buffer.position();
      return number(buffer.array(), from, from + buffer.remaining());
    }
    byte[] value = header.value();
    return value == null ? -1 : number(value, 0, value.length);
  }

  /** The decimal number in {@code b[from, to)}, or -1 if it is none of at most 18 digits. */
  static long number(byte[] b, int from, int to) {
    if (from == to || to - from > MOST_DIGITS) {
      return -1;
    }
    long number = 0;
    for (int i = from; i < to; i++) {
      int digit = b[i] - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      number = number * 10 + digit;
    }
    return number;
  }

  /** The buffer of a value that nobody has asked for yet, or null. */
  static @Nullable ByteBuffer bufferOf(Header header) {
    VarHandle handle = BUFFER;
    return handle != null && header instanceof RecordHeader own
        ? (ByteBuffer) handle.get(own)
        : null;
  }
}
