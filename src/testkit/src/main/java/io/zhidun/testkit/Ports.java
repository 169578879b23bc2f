package io.zhidun.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;

/** Finds TCP ports that nobody listens on, on 127.0.0.1 and on ::1. */
public final class Ports {
  private static final int TRIES = 100;

  private Ports() {}

  /** A free port. Somebody else may take it before it is used; that is rare, and a test fails. */
  public static int free() {
    return free(1).get(0);
  }

  /** So many free ports, all different. */
  public static List<Integer> free(int count) {
    List<ServerSocket> held = new ArrayList<>();
    List<Integer> ports = new ArrayList<>();
    try {
      for (int tries = 0; ports.size() < count && tries < TRIES + count; tries++) {
        ServerSocket socket = listen("127.0.0.1", 0);
        held.add(socket);
        if (isFree("::1", socket.getLocalPort())) {
          ports.add(socket.getLocalPort());
        }
      }
      for (ServerSocket socket : held) {
        socket.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot look for a free port", e);
    }
    if (ports.size() < count) {
      throw new IllegalStateException("found " + ports.size() + " free ports of " + count);
    }
    return List.copyOf(ports);
  }

  private static boolean isFree(String address, int port) {
    try (ServerSocket socket = listen(address, port)) {
      return socket.isBound();
    } catch (IOException e) {
      return false;
    }
  }

  private static ServerSocket listen(String address, int port) throws IOException {
    ServerSocket socket = new ServerSocket();
    try {
      socket.bind(new InetSocketAddress(InetAddress.getByName(address), port));
      return socket;
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }
}
