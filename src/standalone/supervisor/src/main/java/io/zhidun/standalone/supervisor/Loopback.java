package io.zhidun.standalone.supervisor;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;

/** The addresses at which a machine reaches itself, of both families where it has them. */
final class Loopback {
  private Loopback() {}

  static boolean hasIpv6() {
    return canListen(address("::1"), 0);
  }

  static List<InetAddress> addresses() {
    List<InetAddress> addresses = new ArrayList<>(List.of(address("127.0.0.1")));
    if (hasIpv6()) {
      addresses.add(address("::1"));
    }
    return addresses;
  }

  private static InetAddress address(String literal) {
    try {
      return InetAddress.getByName(literal);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException("not an address: " + literal, e);
    }
  }

  static boolean canListen(InetAddress address, int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(address, port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  static boolean canReceive(InetAddress address, int port) {
    try (DatagramSocket socket = new DatagramSocket(new InetSocketAddress(address, port))) {
      return socket.isBound();
    } catch (IOException e) {
      return false;
    }
  }
}
