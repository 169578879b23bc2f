package io.zhidun.rules.atom;

import io.zhidun.events.Event;
import io.zhidun.events.ValueType;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A value is an address inside an IPv4 or IPv6 network. */
public final class CidrTest implements Test {
  private final byte[] network;
  private final int prefix;

  /** The same as a number, of an IPv4 network. */
  private final long network4;

  private CidrTest(byte[] network, int prefix) {
    this.network = network;
    this.prefix = prefix;
    this.network4 = network.length == 4 ? ByteBuffer.wrap(network).getInt() & 0xffff_ffffL : 0;
  }

  /**
   * Reads {@code address/prefix}; an address alone is a network of one.
   *
   * @throws IllegalArgumentException naming what is wrong with it
   */
  public static CidrTest of(String text) {
    int slash = text.indexOf('/');
    byte[] network = IpAddresses.parse(slash < 0 ? text : text.substring(0, slash));
    if (network == null) {
      throw new IllegalArgumentException("\"" + text + "\" is not an IPv4 or IPv6 network");
    }
    int bits = network.length * 8;
    int prefix = slash < 0 ? bits : prefix(text, text.substring(slash + 1), bits);
    return new CidrTest(network, prefix);
  }

  private static int prefix(String text, String digits, int bits) {
    if (digits.matches("\\d{1,3}") && Integer.parseInt(digits) <= bits) {
      return Integer.parseInt(digits);
    }
    throw new IllegalArgumentException("prefix of \"" + text + "\" is not between 0 and " + bits);
  }

  @Override
  public boolean holds(Event event, int field, TextView view) {
    for (int slot = event.first(field); slot >= 0; slot = event.next(slot)) {
      if (event.type(slot) != ValueType.NULL && contains(event, slot)) {
        return true;
      }
    }
    return false;
  }

  private boolean contains(Event event, int slot) {
    int from = event.from(slot);
    int to = event.to(slot);
    if (to - from > IpAddresses.LONGEST) {
      return false;
    }
    if (event.type(slot) == ValueType.TEXT) {
      long plain = IpAddresses.plain4(event.data(slot), from, to);
      if (plain >= 0) {
        return network.length == 4 && (plain ^ network4) >>> Integer.SIZE - prefix == 0;
      }
    }
    return contains(event.textAt(slot));
  }

  /** Whether a text is an address inside the network. */
  public boolean contains(String text) {
    byte[] address = IpAddresses.parse(text);
    if (address == null || address.length != network.length) {
      return false;
    }
    for (int bit = 0; bit < prefix; bit += 8) {
      int mask = prefix - bit >= 8 ? 0xff : 0xff << 8 - (prefix - bit) & 0xff;
      if (((address[bit >> 3] ^ network[bit >> 3]) & mask) != 0) {
        return false;
      }
    }
    return true;
  }

  @Override
  public int cost() {
    return 4;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof CidrTest test
        && prefix == test.prefix
        && Arrays.equals(network, test.network);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(network) * 31 + prefix;
  }
}
