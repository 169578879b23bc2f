package io.zhidun.simulator.web;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;

/** What the machine's loopback has. */
final class Loopback {
  private Loopback() {}

  /** Whether ::1 can be listened on; some machines are set up without IPv6. */
  static boolean hasIpv6() {
    try {
      return NetworkInterface.getByInetAddress(InetAddress.getByName("::1")) != null;
    } catch (SocketException | UnknownHostException e) {
      return false;
    }
  }
}
