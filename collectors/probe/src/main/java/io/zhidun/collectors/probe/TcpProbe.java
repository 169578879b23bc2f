package io.zhidun.collectors.probe;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;

/** A connection that opens is a good answer. */
final class TcpProbe implements Look {
  @Override
  public void at(InetSocketAddress address, Check check, Line line, Finding finding)
      throws IOException {
    try (Socket socket = line.connect(address)) {
      finding.measure("probe_tcp_connected", socket.isConnected() ? 1 : 0);
    }
  }
}
