package io.zhidun.rules;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;

/** Networks by the JDK's own address parser; only for texts that are addresses. */
final class NaiveCidr {
  private NaiveCidr() {}

  static boolean contains(String network, String address) {
    String plain = address.replaceFirst("%.*", "");
    if (!plain.matches("[0-9.]+|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*")
        || plain.indexOf(':') < 0 && !plain.matches("(0|[1-9][0-9]*)(\\.(0|[1-9][0-9]*)){3}")) {
      return false;
    }
    try {
      String[] parts = network.split("/", -1);
      byte[] base = InetAddress.getByName(parts[0]).getAddress();
      byte[] value = InetAddress.getByName(plain).getAddress();
      int shift =
          base.length * 8 - (parts.length < 2 ? base.length * 8 : Integer.parseInt(parts[1]));
      return base.length == value.length
          && new BigInteger(1, base)
              .shiftRight(shift)
              .equals(new BigInteger(1, value).shiftRight(shift));
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
