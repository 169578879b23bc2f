package io.zhidun.collectors.probe;

import java.net.Inet6Address;
import java.net.InetAddress;

/** Version of the Internet protocol. */
public enum Family {
  IPV4("4"),
  IPV6("6");

  private final String number;

  Family(String number) {
    this.number = number;
  }

  /** Value of the label {@code ip_protocol}. */
  String number() {
    return number;
  }

  static Family of(InetAddress address) {
    return address instanceof Inet6Address ? IPV6 : IPV4;
  }
}
