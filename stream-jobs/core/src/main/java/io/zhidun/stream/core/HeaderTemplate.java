package io.zhidun.stream.core;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * The headers of one source as they lie in a record (KIP-82: count, then for each header the length
 * of its name, the name, the length of its value, the value; lengths as zigzag varints). All but a
 * few values are the same in every record, so a record is read by comparing long stretches and
 * parsing what stands between them, without touching the objects that Kafka made of each header.
 *
 * <p>Only a way to be fast: {@link #find} answers false wherever something is not exactly as
 * expected, and the caller then asks the headers one by one. Belongs to one thread.
 */
final class HeaderTemplate {
  /** Lengths up to here take one byte. */
  private static final int SHORT = 63;

  /** What stands before each variable value, and behind the last. */
  private final byte[][] literals;

  /** Bytes from the first name's length to the first value. */
  private final int firstValue;

  private final int count;
  private final int[] starts;
  private final int[] ends;
  private byte[] bytes = new byte[0];

  private HeaderTemplate(byte[][] literals, int firstValue, int count) {
    this.literals = literals;
    this.firstValue = firstValue;
    this.count = count;
    this.starts = new int[literals.length - 1];
    this.ends = new int[literals.length - 1];
  }

  /**
   * The template of these headers, or null where one is too long for it.
   *
   * @param variable which of them differ from record to record
   */
  static @Nullable HeaderTemplate of(Header[] headers, boolean[] variable) {
    if (headers.length == 0 || headers.length > SHORT) {
      return null;
    }
    List<byte[]> literals = new ArrayList<>();
    ByteArrayOutputStream literal = new ByteArrayOutputStream();
    for (int i = 0; i < headers.length; i++) {
      byte[] name = headers[i].key().getBytes(StandardCharsets.UTF_8);
      byte @Nullable [] value = headers[i].value();
      if (name.length > SHORT || value == null || value.length > SHORT) {
        return null;
      }
      literal.write(2 * name.length);
      literal.writeBytes(name);
      if (variable[i]) {
        literals.add(literal.toByteArray());
        literal.reset();
      } else {
        literal.write(2 * value.length);
        literal.writeBytes(value);
      }
    }
    literals.add(literal.toByteArray());
    int firstName = headers[0].key().getBytes(StandardCharsets.UTF_8).length;
    return new HeaderTemplate(literals.toArray(byte[][]::new), 2 + firstName, headers.length);
  }

  /** Looks for the variable values; whether the headers are laid out like this. */
  boolean find(Headers headers) {
    Iterator<Header> each = headers.iterator();
    ByteBuffer first = each.hasNext() ? HeaderValue.bufferOf(each.next()) : null;
    if (first == null || !first.hasArray()) {
      return false;
    }
    byte[] b = first.array();
    int at = first.arrayOffset() + first.position() - firstValue;
    // The byte before the first name's length is the number of headers.
    if (at < 1 || b[at - 1] != 2 * count) {
      return false;
    }
    int last = literals.length - 1;
    for (int i = 0; i < last; i++) {
      int length = literals[i].length;
      if (!matches(b, at, literals[i]) || at + length >= b.length) {
        return false;
      }
      int size = b[at + length];
      int start = at + length + 1;
      if (size < 0 || (size & 1) != 0 || start + size / 2 > b.length) {
        return false;
      }
      starts[i] = start;
      at = ends[i] = start + size / 2;
    }
    bytes = b;
    return matches(b, at, literals[last]);
  }

  private static boolean matches(byte[] b, int at, byte[] literal) {
    return at + literal.length <= b.length
        && Arrays.equals(b, at, at + literal.length, literal, 0, literal.length);
  }

  /**
   * The variable value {@code i} of the headers found last, as {@link HeaderValue} reads numbers.
   */
  long number(int i) {
    return HeaderValue.number(bytes, starts[i], ends[i]);
  }

  boolean equals(int i, byte[] value) {
    return Arrays.equals(bytes, starts[i], ends[i], value, 0, value.length);
  }

  byte[] value(int i) {
    return Arrays.copyOfRange(bytes, starts[i], ends[i]);
  }
}
