package io.zhidun.collectors.probe;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import javax.net.ssl.SSLSocket;

/** A handshake, and a certificate that is good now. */
final class TlsProbe implements Look {
  @Override
  public void at(InetSocketAddress address, Check check, Line line, Finding finding)
      throws IOException {
    try (Socket socket = line.connect(address);
        SSLSocket secure = TlsHandshake.over(socket, check, line, finding)) {
      finding.measure("probe_tcp_connected", secure.isConnected() ? 1 : 0);
    }
  }
}
