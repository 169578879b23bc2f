package io.zhidun.rules.atom;

import org.jspecify.annotations.Nullable;

/** Reads IPv4 and IPv6 addresses without ever asking a resolver. */
public final class IpAddresses {
  /** Longest text form, with an embedded IPv4 address; a zone is cut off before. */
  static final int LONGEST = 64;

  private IpAddresses() {}

  /**
   * 4 bytes for IPv4 (also when mapped into IPv6), 16 for IPv6, null for anything else. A zone
   * ({@code %eth0}) is ignored.
   */
  public static byte @Nullable [] parse(String text) {
    if (text.length() > LONGEST) {
      return null;
    }
    int zone = text.indexOf('%');
    String address = zone < 0 ? text : text.substring(0, zone);
    return address.indexOf(':') < 0 ? parse4(address) : unmap(parse6(address));
  }

  /** An IPv4 address as a number where it is written as four decimals and nothing else, or -1. */
  static long plain4(byte[] bytes, int from, int to) {
    long address = 0;
    int points = 0;
    int value = -1;
    for (int i = from; i < to; i++) {
      int digit = bytes[i] - '0';
      if (bytes[i] == '.' && value >= 0) {
        address = address << 8 | value;
        value = -1;
        points++;
      } else if (digit < 0 || digit > 9 || value == 0 || points > 3) {
        return -1;
      } else {
        value = Math.max(value, 0) * 10 + digit;
        if (value > 255) {
          return -1;
        }
      }
    }
    return points == 3 && value >= 0 ? address << 8 | value : -1;
  }

  private static byte @Nullable [] parse4(String text) {
    byte[] out = new byte[4];
    int part = 0;
    int value = -1;
    for (int i = 0; i <= text.length(); i++) {
      char c = i < text.length() ? text.charAt(i) : '.';
      if (c == '.') {
        if (value < 0 || part == 4) {
          return null;
        }
        out[part++] = (byte) value;
        value = -1;
      } else if (c < '0'
          || c > '9'
          || value == 0
          || (value = Math.max(value, 0) * 10 + c - '0') > 255) {
        return null;
      }
    }
    return part == 4 ? out : null;
  }

  private static byte @Nullable [] parse6(String text) {
    int gap = text.indexOf("::");
    if (gap < 0) {
      byte[] all = groups(text);
      return all != null && all.length == 16 ? all : null;
    }
    byte[] head = groups(text.substring(0, gap));
    byte[] tail = groups(text.substring(gap + 2));
    if (head == null || tail == null || head.length + tail.length > 14) {
      return null;
    }
    byte[] out = new byte[16];
    System.arraycopy(head, 0, out, 0, head.length);
    System.arraycopy(tail, 0, out, 16 - tail.length, tail.length);
    return out;
  }

  private static byte @Nullable [] groups(String text) {
    if (text.isEmpty()) {
      return new byte[0];
    }
    byte[] out = new byte[16];
    int at = 0;
    int from = 0;
    while (from <= text.length()) {
      int colon = text.indexOf(':', from);
      int end = colon < 0 ? text.length() : colon;
      String group = text.substring(from, end);
      byte[] bytes = colon < 0 && group.indexOf('.') >= 0 ? parse4(group) : group(group);
      if (bytes == null || at + bytes.length > 16) {
        return null;
      }
      System.arraycopy(bytes, 0, out, at, bytes.length);
      at += bytes.length;
      from = end + 1;
    }
    return java.util.Arrays.copyOf(out, at);
  }

  private static byte @Nullable [] group(String text) {
    if (text.isEmpty() || text.length() > 4) {
      return null;
    }
    int value = 0;
    for (int i = 0; i < text.length(); i++) {
      int digit = text.charAt(i) < 128 ? Character.digit(text.charAt(i), 16) : -1;
      if (digit < 0) {
        return null;
      }
      value = value << 4 | digit;
    }
    return new byte[] {(byte) (value >> 8), (byte) value};
  }

  private static byte @Nullable [] unmap(byte @Nullable [] address) {
    if (address == null) {
      return null;
    }
    for (int i = 0; i < 10; i++) {
      if (address[i] != 0) {
        return address;
      }
    }
    boolean mapped = address[10] == -1 && address[11] == -1;
    return mapped ? java.util.Arrays.copyOfRange(address, 12, 16) : address;
  }
}
